import "server-only";
import { withOwnPapers } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { lockOpenRequest } from "./lock-open-request";

/** Leaves a colleague's request unanswered; the colleague sees that, and no reason is asked for. */
export async function declineFeedbackRequest(scope: Scope, feedbackId: string): Promise<void> {
  await withOwnPapers(scope, async (tx) => {
    await lockOpenRequest(tx, scope, feedbackId, "giver");
    await tx.peerFeedback.update({
      where: key(scope, feedbackId),
      data: { status: "declined" },
      select: { id: true },
    });
  });
}
