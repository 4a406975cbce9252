import "server-only";
import { findVisitDayProblem } from "@/features/audit-programmes/queries/find-visit-day-problem";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { listConcernedMembers } from "../queries/list-concerned-members";
import { readAudit } from "../queries/read-audit";
import { readNaming } from "../queries/read-naming";
import { findMissing, isWritable } from "../rules";
import type { AuditDetails } from "../schema";
import { keepScore } from "./keep-score";
import { lockOwnAudit } from "./lock-own-audit";

/**
 * Hands an audit over for review; its auditor can only read it from then on. Throws InvalidInputError with what is missing
 * by item key and visit field. Submitted already: nothing happens, so a button pressed twice does no harm. `submitted_at`
 * stays the first time when it is submitted again after having been sent back.
 */
export async function submitAudit(scope: Scope, { auditId }: { auditId: string }): Promise<object> {
  return withScope(scope, async (tx) => {
    const { status, submittedAt } = await lockOwnAudit(tx, scope, auditId);
    if (!isWritable(status)) return {};
    const audit = await readAudit(tx, scope, auditId);
    const { definition } = audit.form;
    const missing = findMissing(definition, audit.answers, audit, scope.now);
    const naming = await readNaming(tx, scope, auditId, audit.visitStartedAt);
    if (audit.employee && !naming.mayName) missing.employeeId = "auditEmployeeNotInformed";
    if (!audit.employee && audit.kind === "observation") missing.employeeId = "required";
    // Of a visit that was sent back the day was right the first time.
    const problem = submittedAt === null ? await findDayProblem(tx, scope, audit) : null;
    if (problem) missing.visitStartedAt ??= problem.key;
    if (Object.keys(missing).length > 0) throw new InvalidInputError(missing, problem?.values);
    await tx.audit.update({
      where: key(scope, auditId),
      data: {
        status: "submitted",
        submittedAt: submittedAt ?? scope.now,
        staffInformedOn: naming.staffInformedOn,
      },
      select: { id: true },
    });
    await keepScore(tx, scope, { id: auditId, definition, itemIds: audit.itemIds, answers: audit.answers });
    await recordActivity(
      tx,
      scope,
      status === "returned" ? "audit.submittedAgain" : "audit.submitted",
      { type: "audit", id: auditId },
      { location: audit.location.name, touchpoint: audit.touchpoint.name },
    );
    await tellReviewers(tx, scope, audit);
    return {};
  });
}

/** A mystery visit is made once its window has begun, and on a day that its programme's rotation allows. */
async function findDayProblem(tx: Transaction, scope: Scope, audit: AuditDetails) {
  const { assignmentId, visitStartedAt } = audit;
  if (!assignmentId || !visitStartedAt) return null;
  const { windowStartsAt } = await tx.auditAssignment.findUniqueOrThrow({
    where: key(scope, assignmentId),
    select: { windowStartsAt: true },
  });
  if (visitStartedAt < windowStartsAt) return { key: "auditVisitBeforeWindow", values: {} };
  return findVisitDayProblem(tx, scope, assignmentId, visitStartedAt);
}

/** Whoever took it before it was sent back, if still a reviewer; else all who may review it. */
async function tellReviewers(tx: Transaction, scope: Scope, audit: AuditDetails): Promise<void> {
  const { reviewer, reviewers } = await listConcernedMembers(tx, scope, {
    locationId: audit.location.id,
    employeeId: audit.employee?.id ?? null,
    reviewerMemberId: audit.reviewerMemberId,
  });
  for (const memberId of reviewer.length > 0 ? reviewer : reviewers) {
    if (memberId === audit.auditor.memberId) continue;
    await queueMemberMail(tx, scope, {
      memberId,
      kind: "auditSubmitted",
      subjectId: audit.id,
      occasion: String(audit.timesReturned + 1),
    });
  }
}
