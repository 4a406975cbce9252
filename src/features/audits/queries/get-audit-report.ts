import "server-only";
import type { Transaction } from "@/server/database";
import { withScope } from "@/server/database";
import type { LocalizedText } from "@/server/input";
import type { Scope } from "@/server/scope";
import type { ReportAppeal, ReportSource } from "../report/report";
import { hidesAuditor } from "../review/rules";
import type { AuditDetails } from "../schema";
import { countedAudits } from "../visible-audits-sql";
import { readVisibleAudit } from "./read-audit";

/**
 * What the report of an audit is made of (`buildAuditReport`), for somebody who may see it; else NotFoundError. With the
 * appeals and replies, the behaviours its items point to, and how many such visits of the location the reader counts.
 */
export async function getAuditReport(scope: Scope, auditId: string): Promise<ReportSource> {
  return withScope(scope, async (tx) => {
    const audit = await readVisibleAudit(tx, scope, auditId);
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { name: true, language: true },
    });
    const behaviourIds = audit.form.definition.sections.flatMap(({ items }) =>
      items.flatMap(({ behaviourId }) => (behaviourId === null ? [] : [behaviourId])),
    );
    const behaviours = await tx.behaviour.findMany({
      where: { organizationId: scope.organizationId, id: { in: [...new Set(behaviourIds)] } },
      select: { id: true, names: true },
    });
    const replies = await tx.auditReply.findMany({
      where: { organizationId: scope.organizationId, auditId },
      select: { text: true, writtenAs: true, writtenAt: true },
      orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
    });
    return {
      ...audit,
      organization,
      behaviours: behaviours.map(({ id, names }) => ({ id, name: names as LocalizedText })),
      appeals: await readAppeals(tx, scope, audit),
      replies: replies.map(({ writtenAs, ...reply }) => ({
        ...reply,
        writtenAs: writtenAs === "employee" ? "employee" : "manager",
      })),
      visitsOfLocation: await countVisits(tx, scope, audit),
      mayKnowAuditor: !hidesAuditor({ kind: audit.kind, auditorMemberId: audit.auditor.memberId }, scope),
    };
  });
}

/** Null for those who see visits one by one and know nothing of the location's others. */
async function countVisits(tx: Transaction, scope: Scope, audit: AuditDetails): Promise<number | null> {
  if (scope.role === "employee" || scope.role === "consultant") return null;
  const [visits] = await tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from audits a
     where ${countedAudits(scope)} and a.location_id = ${audit.location.id}::uuid
       and a.kind = ${audit.kind}::"AuditKind"`;
  return visits?.n ?? 0;
}

async function readAppeals(tx: Transaction, scope: Scope, audit: AuditDetails): Promise<ReportAppeal[]> {
  const keys = new Map(Object.entries(audit.itemIds).map(([key, id]) => [id, key]));
  const appeals = await tx.auditAppeal.findMany({
    where: { organizationId: scope.organizationId, auditId: audit.id },
    select: {
      itemId: true,
      status: true,
      decision: true,
      decidedAt: true,
      scoreBefore: true,
      scoreAfter: true,
      corrections: { select: { failedBefore: true }, orderBy: { correctedAt: "asc" }, take: 1 },
    },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
  });
  return appeals.map(({ itemId, corrections, ...appeal }) => ({
    ...appeal,
    itemKey: keys.get(itemId) as string,
    failedBefore: corrections[0]?.failedBefore ?? null,
  }));
}
