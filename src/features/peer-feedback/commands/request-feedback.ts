import "server-only";
import { v7 as uuidv7 } from "uuid";
import { getBehaviour } from "@/features/behaviours/queries/get-behaviour";
import { withOwnPapers } from "@/server/database";
import { ConflictError, InvalidInputError } from "@/server/errors";
import { requireEmployee } from "@/server/require-employee";
import type { Scope } from "@/server/scope";
import { findColleague } from "../queries/find-colleague";
import { requireEncounterBetween } from "../queries/require-encounter-between";
import type { FeedbackRequestInput } from "../schema";
import { mailColleague } from "./mail-colleague";

/**
 * Asks a colleague for feedback and tells the colleague by mail. InvalidInputError for somebody without an account,
 * ConflictError while the same colleague has not answered an earlier request. Not in the audit trail: it is between two.
 */
export async function requestFeedback(scope: Scope, input: FeedbackRequestInput): Promise<{ id: string }> {
  const receiverEmployeeId = requireEmployee(scope);
  return withOwnPapers(scope, async (tx) => {
    const colleague = await findColleague(tx, scope, input.colleagueId);
    if (colleague.memberIds.length === 0) throw new InvalidInputError({ colleagueId: "colleagueUnknown" });
    await requireEncounterBetween(tx, scope, input.encounterId, colleague.id);
    if (input.behaviourId) await getBehaviour(tx, scope, input.behaviourId);
    const { organizationId } = scope;
    const between = { organizationId, receiverEmployeeId, giverEmployeeId: colleague.id };
    // One at a time, also when the button is pressed twice.
    await tx.$queryRaw`
      select 1 from employees
       where organization_id = ${organizationId}::uuid and id = ${receiverEmployeeId}::uuid for no key update`;
    if ((await tx.peerFeedback.count({ where: { ...between, status: "requested" } })) > 0) {
      throw new ConflictError("feedbackAlreadyAsked");
    }
    const id = uuidv7();
    await tx.peerFeedback.create({
      data: {
        ...between,
        id,
        status: "requested",
        encounterId: input.encounterId,
        behaviourId: input.behaviourId,
        question: input.question,
        requestedAt: scope.now,
      },
      select: { id: true },
    });
    await mailColleague(tx, scope, colleague.memberIds, { kind: "feedbackRequested", subjectId: id });
    return { id };
  });
}
