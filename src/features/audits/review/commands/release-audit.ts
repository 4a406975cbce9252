import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { mayRelease, requireReviewer } from "../rules";
import { auditSubject, lockAudit } from "./lock-audit";

/**
 * Gives an audit under review back to the queue, as who took it or as an owner. Corrections made so far stay.
 * ConflictError when it is not under review, or under somebody else's.
 */
export async function releaseAudit(scope: Scope, auditId: string): Promise<void> {
  requireReviewer(scope);
  await withScope(scope, async (tx) => {
    const audit = await lockAudit(tx, scope, auditId);
    if (audit.status !== "in_review") throw new ConflictError("auditNotInReview");
    if (!mayRelease(audit, scope)) throw new ConflictError("auditTaken", { name: audit.reviewerName });
    await tx.audit.update({
      where: key(scope, auditId),
      data: { status: "submitted", reviewerMemberId: null, reviewStartedAt: null },
      select: { id: true },
    });
    await recordActivity(tx, scope, "audit.released", auditSubject(audit), { name: audit.name });
  });
}
