import "server-only";
import { withOwnPapers } from "@/server/database";
import { requireEmployee } from "@/server/require-employee";
import type { Scope } from "@/server/scope";

/** Notes that the receiver has had feedback on the screen; of ids that are not the receiver's own nothing is noted. */
export async function markFeedbackRead(scope: Scope, ids: readonly string[]): Promise<void> {
  const receiverEmployeeId = requireEmployee(scope);
  const { organizationId, now } = scope;
  await withOwnPapers(scope, (tx) =>
    tx.peerFeedback.updateMany({
      where: {
        organizationId,
        id: { in: [...ids] },
        receiverEmployeeId,
        receiverMemberId: scope.memberId,
        status: "given",
        readAt: null,
      },
      data: { readAt: now },
    }),
  );
}
