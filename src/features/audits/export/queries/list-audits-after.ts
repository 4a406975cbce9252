import "server-only";
import { auditFormDefinition } from "@/features/audit-forms/schema";
import { Prisma } from "@/generated/prisma/client";
import { type Transaction, withScope } from "@/server/database";
import type { LocalizedText } from "@/server/input";
import type { Scope } from "@/server/scope";
import { hidesAuditor } from "../../review/rules";
import { exportedAudits } from "../exported-audits-sql";
import type { AuditPlace, ExportedAudit, ExportFilters } from "../schema";

const named = { select: { id: true, name: true } } as const;

const select = {
  id: true,
  kind: true,
  channel: true,
  score: true,
  isFailed: true,
  timesReturned: true,
  doubleVisitId: true,
  visitStartedAt: true,
  visitEndedAt: true,
  submittedAt: true,
  publishedAt: true,
  othersFrom: true,
  summary: true,
  strengths: true,
  suggestions: true,
  programme: named,
  touchpoint: named,
  location: named,
  encounterType: named,
  employee: named,
  auditor: { select: { id: true, user: { select: { name: true } } } },
  version: { select: { id: true, number: true, form: named } },
  appeals: { select: { status: true } },
  sections: { select: { sectionKey: true, weight: true, score: true }, orderBy: { position: "asc" } },
} as const satisfies Prisma.AuditSelect;
type Row = Prisma.AuditGetPayload<{ select: typeof select }>;

/**
 * The published audits this scope may see, in the order in which they are open to everybody, after a place. Going on from
 * the last one reads each audit once: whatever is published meanwhile comes later.
 */
export async function listAuditsAfter(
  scope: Scope,
  filters: ExportFilters,
  { after, limit }: { after: AuditPlace | null; limit: number },
): Promise<ExportedAudit[]> {
  const { organizationId } = scope;
  return withScope(scope, async (tx) => {
    const found = await tx.$queryRaw<{ id: string }[]>(
      Prisma.sql`select a.id from audits a where ${exportedAudits(scope, filters, after)}
                  order by a.others_from, a.id limit ${limit}`,
    );
    const ids = found.map(({ id }) => id);
    const rows = await tx.audit.findMany({ where: { organizationId, id: { in: ids } }, select });
    const titles = await readTitles(tx, scope, [...new Set(rows.map(({ version }) => version.id))]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => write(scope, byId.get(id) as Row, titles));
  });
}

/** Titles of sections by version and key. */
type Titles = Map<string, LocalizedText>;

async function readTitles(tx: Transaction, scope: Scope, versionIds: string[]): Promise<Titles> {
  const versions = await tx.auditFormVersion.findMany({
    where: { organizationId: scope.organizationId, id: { in: versionIds } },
    select: { id: true, definition: true },
  });
  const titles: Titles = new Map();
  for (const { id, definition } of versions) {
    for (const { key, title } of auditFormDefinition.parse(definition).sections) {
      titles.set(`${id} ${key}`, title);
    }
  }
  return titles;
}

function write(scope: Scope, row: Row, titles: Titles): ExportedAudit {
  const {
    version,
    appeals,
    sections,
    auditor,
    visitStartedAt,
    submittedAt,
    publishedAt,
    othersFrom,
    ...rest
  } = row;
  const isHidden = hidesAuditor({ kind: row.kind, auditorMemberId: auditor.id }, scope);
  const count = (status: string) => appeals.filter((appeal) => appeal.status === status).length;
  return {
    ...rest,
    // A published audit has them all (a check).
    visitStartedAt: visitStartedAt as Date,
    submittedAt: submittedAt as Date,
    publishedAt: publishedAt as Date,
    othersFrom: othersFrom as Date,
    form: { ...version.form, versionId: version.id, version: version.number },
    auditor: isHidden ? null : { memberId: auditor.id, name: auditor.user.name },
    appeals: { open: count("open"), upheld: count("upheld"), changed: count("changed") },
    sections: sections.map(({ sectionKey, weight, score }) => ({
      key: sectionKey,
      title: titles.get(`${version.id} ${sectionKey}`) ?? {},
      weight,
      score,
    })),
  };
}
