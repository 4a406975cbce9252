import "server-only";
import { withOwnPapers } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { requireEmployee } from "@/server/require-employee";
import type { Scope } from "@/server/scope";

/**
 * Shows a feedback to the managers of its receiver's location, or takes it back from them; only the receiver may. Twice
 * changes nothing. NotFoundError for what is not the receiver's or was not given.
 */
export async function shareFeedback(
  scope: Scope,
  { id, isShared }: { id: string; isShared: boolean },
): Promise<void> {
  const receiverEmployeeId = requireEmployee(scope);
  const own = {
    organizationId: scope.organizationId,
    id,
    receiverEmployeeId,
    receiverMemberId: scope.memberId,
    status: "given" as const,
  };
  await withOwnPapers(scope, async (tx) => {
    if ((await tx.peerFeedback.count({ where: own })) === 0) throw new NotFoundError();
    await tx.peerFeedback.updateMany({
      where: { ...own, sharedAt: isShared ? null : { not: null } },
      data: { sharedAt: isShared ? scope.now : null },
    });
  });
}
