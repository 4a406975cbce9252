import "server-only";
import { getBehaviour } from "@/features/behaviours/queries/get-behaviour";
import { withOwnPapers } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { findColleague } from "../queries/find-colleague";
import type { FeedbackAnswerInput } from "../schema";
import { lockOpenRequest } from "./lock-open-request";
import { mailColleague } from "./mail-colleague";

/**
 * Gives the feedback a colleague asked for, and tells the colleague by mail; the behaviour may be another one than asked
 * about. NotFoundError for others' requests, ConflictError once it is answered or declined.
 */
export async function answerFeedbackRequest(
  scope: Scope,
  input: FeedbackAnswerInput,
): Promise<{ id: string }> {
  return withOwnPapers(scope, async (tx) => {
    const { id, worked, toTry, behaviourId } = input;
    const { receiverEmployeeId } = await lockOpenRequest(tx, scope, id, "giver");
    const colleague = await findColleague(tx, scope, receiverEmployeeId);
    if (behaviourId) await getBehaviour(tx, scope, behaviourId);
    await tx.peerFeedback.update({
      where: key(scope, id),
      data: { status: "given", worked, toTry, behaviourId, givenAt: scope.now },
      select: { id: true },
    });
    await mailColleague(tx, scope, colleague.memberIds, { kind: "feedbackReceived", subjectId: id });
    return { id };
  });
}
