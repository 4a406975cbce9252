import "server-only";
import { type AuditFigure, type AuditShare, auditFigure, auditShare } from "@/metrics/audit-figure";
import { type AuditorSeverity, compareSeverity } from "@/metrics/auditor-severity";
import type { Scope } from "@/server/scope";
import { type AuditorWork, listAuditorWork, listSeverityStrata } from "../queries/list-auditors";
import type { AuditSlice } from "../schema";

export type AuditorResult = AuditorWork & {
  figure: AuditFigure;
  failedShare: AuditShare;
  sentBack: AuditShare;
  /** Null when too few audits can be compared. */
  severity: AuditorSeverity | null;
};

/** The auditors of the slice by name: how they score beside others, and how their audits came in. Consultants: only herself. */
export async function listAuditorResults(scope: Scope, slice: AuditSlice): Promise<AuditorResult[]> {
  const [auditors, strata] = await Promise.all([
    listAuditorWork(scope, slice),
    listSeverityStrata(scope, slice),
  ]);
  return auditors.map((auditor) => ({
    ...auditor,
    figure: auditFigure(auditor),
    failedShare: auditShare(auditor.failed, auditor.visits),
    sentBack: auditShare(auditor.sentBackAudits, auditor.visits),
    severity: compareSeverity(strata.get(auditor.memberId) ?? []),
  }));
}
