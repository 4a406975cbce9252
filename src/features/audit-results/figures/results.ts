import "server-only";
import { auditFigure, auditShare } from "@/metrics/audit-figure";
import { type RankedAuditGroup, rankAuditGroups } from "@/metrics/audit-ranking";
import type { Scope } from "@/server/scope";
import { getAuditSums, listAuditGroupSums } from "../queries/list-audit-sums";
import { type AuditDimension, type AuditResult, type AuditSlice, type AuditSums, NO_AUDITS } from "../schema";

/** Mean score and share of FAILED verdicts of all audits of the slice together. */
export async function getAuditResult(scope: Scope, slice: AuditSlice): Promise<AuditResult> {
  return toResult(await getAuditSums(scope, slice));
}

export type AuditGroup = RankedAuditGroup & AuditResult;

/** The groups that have audits in the slice, ranked ones first; see rankAuditGroups. */
export async function listAuditGroups(
  scope: Scope,
  slice: AuditSlice,
  by: AuditDimension,
): Promise<AuditGroup[]> {
  const sums = await listAuditGroupSums(scope, slice, by);
  return rankAuditGroups(Array.from(sums, ([id, group]) => ({ id, sums: group }))).map((ranked) => ({
    ...ranked,
    ...toResult(sums.get(ranked.id) ?? NO_AUDITS),
  }));
}

/** The figures of sums. */
export function toResult(sums: AuditSums): AuditResult {
  return { figure: auditFigure(sums), failed: auditShare(sums.failed, sums.visits) };
}
