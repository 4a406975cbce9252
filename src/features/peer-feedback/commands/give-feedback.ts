import "server-only";
import { v7 as uuidv7 } from "uuid";
import { getBehaviour } from "@/features/behaviours/queries/get-behaviour";
import { withOwnPapers } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { requireEmployee } from "@/server/require-employee";
import type { Scope } from "@/server/scope";
import { findColleague } from "../queries/find-colleague";
import { requireEncounterBetween } from "../queries/require-encounter-between";
import type { FeedbackInput } from "../schema";
import { mailColleague } from "./mail-colleague";

/**
 * Gives a colleague feedback without having been asked, and tells the colleague by mail. InvalidInputError for somebody
 * without an account: nobody could read it. Not in the audit trail: it is between two.
 */
export async function giveFeedback(scope: Scope, input: FeedbackInput): Promise<{ id: string }> {
  const giverEmployeeId = requireEmployee(scope);
  return withOwnPapers(scope, async (tx) => {
    const colleague = await findColleague(tx, scope, input.colleagueId);
    if (colleague.memberIds.length === 0) throw new InvalidInputError({ colleagueId: "colleagueUnknown" });
    await requireEncounterBetween(tx, scope, input.encounterId, colleague.id);
    if (input.behaviourId) await getBehaviour(tx, scope, input.behaviourId);
    const id = uuidv7();
    const { worked, toTry, encounterId, behaviourId } = input;
    await tx.peerFeedback.create({
      data: {
        organizationId: scope.organizationId,
        id,
        status: "given",
        giverEmployeeId,
        receiverEmployeeId: colleague.id,
        encounterId,
        behaviourId,
        worked,
        toTry,
        givenAt: scope.now,
      },
      select: { id: true },
    });
    await mailColleague(tx, scope, colleague.memberIds, { kind: "feedbackReceived", subjectId: id });
    return { id };
  });
}
