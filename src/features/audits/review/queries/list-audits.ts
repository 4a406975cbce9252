import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { type Transaction, withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { visibleAudits } from "../../visible-audits-sql";
import { type AuditRow, auditRowSelect, toAuditListRow } from "../audit-row";
import { auditsOfTab, filteredAudits } from "../audit-tabs-sql";
import type { AuditListInput, AuditListRow } from "../schema";

type Filters = Partial<Omit<AuditListInput, "page">>;

/**
 * Audits of a tab (default: the published ones the scope may see) that fit the filters. Queues of reviewers have the
 * longest waiting first, one's own visits those still to be written, then and elsewhere the newest.
 */
export async function listAudits(scope: Scope, filters: Filters = {}, page = 1): Promise<Page<AuditListRow>> {
  const tab = filters.tab ?? "published";
  const matching = Prisma.sql`from audits a where ${auditsOfTab(scope, tab)} and ${filteredAudits(filters)}`;
  const newest = Prisma.sql`coalesce(a.visit_started_at, a.created_at) desc, a.id desc`;
  const orders = {
    review: Prisma.sql`a.submitted_at, a.id`,
    returned: Prisma.sql`a.submitted_at, a.id`,
    published: newest,
    mine: Prisma.sql`a.status not in ('draft', 'returned'), ${newest}`,
  };
  const { skip, take } = pageWindow(page);
  return withScope(scope, async (tx) => {
    const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total ${matching}`;
    const found = await tx.$queryRaw<{ id: string; hasContent: boolean }[]>`
      select a.id, coalesce(${visibleAudits(scope)}, false) as "hasContent" ${matching} order by ${orders[tab]} limit ${take} offset ${skip}`;
    const rows = await readRows(tx, scope, found);
    return { rows, total: count?.total ?? 0, page, pageSize: PAGE_SIZE };
  });
}

async function readRows(
  tx: Transaction,
  scope: Scope,
  found: { id: string; hasContent: boolean }[],
): Promise<AuditListRow[]> {
  const audits = await tx.audit.findMany({
    where: { organizationId: scope.organizationId, id: { in: found.map(({ id }) => id) } },
    select: auditRowSelect,
  });
  const byId = new Map(audits.map((audit) => [audit.id, audit]));
  return found.map(({ id, hasContent }) => toAuditListRow(scope, byId.get(id) as AuditRow, hasContent));
}
