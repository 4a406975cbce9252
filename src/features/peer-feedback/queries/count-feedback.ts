import "server-only";
import { withOwnPapers } from "@/server/database";
import type { Scope } from "@/server/scope";
import { whereFeedback } from "../feedback-select";
import type { FeedbackCounts } from "../schema";

/** What waits for the member: unread feedback, colleagues' requests, and what was shown to managers like this one. */
export async function countFeedback(scope: Scope): Promise<FeedbackCounts> {
  return withOwnPapers(scope, async (tx) => ({
    unread: await tx.peerFeedback.count({ where: { ...whereFeedback(scope, "received"), readAt: null } }),
    asked: await tx.peerFeedback.count({ where: whereFeedback(scope, "asked") }),
    shared: await tx.peerFeedback.count({ where: whereFeedback(scope, "shared") }),
  }));
}
