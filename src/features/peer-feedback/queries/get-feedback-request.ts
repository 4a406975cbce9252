import "server-only";
import { withOwnPapers } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { feedbackSelect, toFeedback, whereFeedback } from "../feedback-select";
import type { Feedback } from "../schema";

/** A colleague's open request to the employee behind this member; NotFoundError once answered, declined or taken back. */
export async function getFeedbackRequest(scope: Scope, feedbackId: string): Promise<Feedback> {
  return withOwnPapers(scope, async (tx) => {
    const row = await tx.peerFeedback.findFirst({
      where: { AND: [whereFeedback(scope, "asked"), { id: feedbackId }] },
      select: feedbackSelect,
    });
    if (!row) throw new NotFoundError();
    return toFeedback(scope, row);
  });
}
