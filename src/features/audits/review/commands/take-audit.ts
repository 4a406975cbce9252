import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { requireReviewer, requireTakeable } from "../rules";
import { auditSubject, lockAudit } from "./lock-audit";

/**
 * Takes a submitted audit under the actor's review; taking it again changes nothing. ConflictError when another reviewer
 * was faster, when it is not submitted, or when it is the actor's own mystery visit.
 */
export async function takeAudit(scope: Scope, auditId: string): Promise<void> {
  requireReviewer(scope);
  await withScope(scope, async (tx) => {
    const audit = await lockAudit(tx, scope, auditId);
    requireTakeable(audit, scope, audit.reviewerName);
    if (audit.status === "in_review") return;
    await tx.audit.update({
      where: key(scope, auditId),
      data: { status: "in_review", reviewerMemberId: scope.memberId, reviewStartedAt: scope.now },
      select: { id: true },
    });
    await recordActivity(tx, scope, "audit.taken", auditSubject(audit), { name: audit.name });
  });
}
