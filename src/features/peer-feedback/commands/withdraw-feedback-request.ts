import "server-only";
import { withOwnPapers } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { requireEmployee } from "@/server/require-employee";
import { key, type Scope } from "@/server/scope";

/**
 * Takes an own request back, or off the list once it was declined: it is gone, and a mail about it that has not left stays.
 * ConflictError once feedback was given: that stays.
 */
export async function withdrawFeedbackRequest(scope: Scope, feedbackId: string): Promise<void> {
  const receiverEmployeeId = requireEmployee(scope);
  await withOwnPapers(scope, async (tx) => {
    const { organizationId } = scope;
    const own = { organizationId, id: feedbackId, receiverEmployeeId, receiverMemberId: scope.memberId };
    const { count } = await tx.peerFeedback.deleteMany({ where: { ...own, status: { not: "given" } } });
    if (count > 0) return;
    const row = await tx.peerFeedback.findUnique({
      where: { ...key(scope, feedbackId), receiverEmployeeId, receiverMemberId: scope.memberId },
      select: { id: true },
    });
    throw row ? new ConflictError("feedbackAlreadyAnswered") : new NotFoundError();
  });
}
