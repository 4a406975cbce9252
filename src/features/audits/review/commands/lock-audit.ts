import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import type { AuditKind, AuditStatus } from "../../schema";

/** An audit whose row is locked until the transaction ends. */
export type LockedAudit = {
  id: string;
  kind: AuditKind;
  status: AuditStatus;
  auditorMemberId: string;
  reviewerMemberId: string | null;
  /** Of the member who took it; "" while nobody has. */
  reviewerName: string;
  programmeId: string | null;
  locationId: string;
  employeeId: string | null;
  timesReturned: number;
  publishedAt: Date | null;
  othersFrom: Date | null;
  appealUntil: Date | null;
  score: number | null;
  isFailed: boolean;
  /** What the activity log calls it: touchpoint and location. */
  name: string;
};

/**
 * Locks an audit against every other change of its state, answers and appeals, and reads it as it is after the wait.
 * NotFoundError when the organization has none such; who may touch it is for the caller to ask.
 */
export async function lockAudit(tx: Transaction, scope: Scope, auditId: string): Promise<LockedAudit> {
  const [audit] = await tx.$queryRaw<LockedAudit[]>`
    select a.id, a.kind::text as kind, a.status::text as status, a.auditor_member_id as "auditorMemberId",
           a.reviewer_member_id as "reviewerMemberId", a.programme_id as "programmeId", a.location_id as "locationId",
           a.employee_id as "employeeId", a.times_returned as "timesReturned", a.published_at as "publishedAt",
           a.others_from as "othersFrom", a.appeal_until as "appealUntil", a.score, a.is_failed as "isFailed",
           coalesce((select u.name from members m join users u on u.id = m.user_id
                      where m.organization_id = a.organization_id and m.id = a.reviewer_member_id), '') as "reviewerName",
           (select t.name from touchpoints t where t.organization_id = a.organization_id and t.id = a.touchpoint_id)
             || ', ' ||
           (select l.name from locations l where l.organization_id = a.organization_id and l.id = a.location_id) as name
      from audits a
     where a.organization_id = ${scope.organizationId}::uuid and a.id = ${auditId}::uuid
       for update of a`;
  if (!audit) throw new NotFoundError();
  return audit;
}

/** What the log's entries of an audit are about. */
export function auditSubject(audit: { id: string }): { type: "audit"; id: string } {
  return { type: "audit", id: audit.id };
}
