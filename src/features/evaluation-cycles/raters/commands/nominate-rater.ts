import "server-only";
import { v7 as uuidv7 } from "uuid";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, InvalidInputError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import type { Nomination, RaterGroup } from "../../schema";
import { getNominationSubject } from "../queries/get-nomination-subject";
import { getRaterCandidate } from "../queries/get-rater-candidate";
import { isOpenForChoosing, judgeNomination } from "../rules";
import { ensureRater } from "./ensure-rater";
import { inviteRaters } from "./invite-raters";
import { lockRatersOfCycle } from "./lock-raters-of-cycle";
import { tellOfProposals } from "./tell-of-proposals";

/**
 * Puts somebody on a subject's list of raters: proposed by the subject, or chosen by its named manager or an organizer and
 * then invited at once if the cycle collects. InvalidInputError with the reason when the person cannot rate the subject in
 * the group (judgeNomination), ConflictError when raters are not chosen (any more), NotFoundError for a foreign subject or
 * person. Somebody taken off or refused comes back, with what was answered.
 */
export async function nominateRater(
  scope: Scope,
  input: Nomination,
): Promise<{ ratingId: string; isProposal: boolean }> {
  return withScope(scope, async (tx) => {
    const seen = await getNominationSubject(tx, scope, input.subjectId);
    const cycle = await lockRatersOfCycle(tx, scope, seen.cycle.id);
    const subject = await getNominationSubject(tx, scope, input.subjectId);
    if (!isOpenForChoosing(cycle.status, subject.part)) throw new ConflictError("ratersNotChosenNow");
    const candidate = await getRaterCandidate(tx, scope, subject, input);
    const field = input.employeeId ? "employeeId" : input.customerId ? "customerId" : "email";
    const problem = judgeNomination(candidate, {
      group: input.raterGroup,
      part: subject.part,
      subjectKind: subject.kind,
      groups: cycle.groups,
      taken: await countTaken(tx, scope, subject.id, input.raterGroup),
    });
    if (problem) throw new InvalidInputError({ [field]: problem });
    const raterId = await ensureRater(tx, scope, cycle.id, candidate.person);
    if (!raterId) throw new InvalidInputError({ [field]: "raterAddressTaken" });
    const isProposal = subject.part === "subject";
    const ratingId = await putOnList(tx, scope, {
      subjectId: subject.id,
      raterId,
      group: input.raterGroup,
      isProposal,
    });
    if (isProposal) await tellOfProposals(tx, scope, subject);
    else await inviteRaters(tx, scope, cycle.id, [ratingId]);
    await recordActivity(
      tx,
      scope,
      isProposal ? "evaluationRater.proposed" : "evaluationRater.added",
      { type: "evaluationSubject", id: subject.id },
      { cycle: cycle.name, subject: subject.name },
    );
    return { ratingId, isProposal };
  });
}

async function countTaken(
  tx: Transaction,
  scope: Scope,
  subjectId: string,
  raterGroup: RaterGroup,
): Promise<number> {
  return tx.evaluationRating.count({
    where: {
      organizationId: scope.organizationId,
      subjectId,
      raterGroup,
      withdrawnAt: null,
      status: { in: ["proposed", "approved", "submitted"] },
    },
  });
}

/** A rating that was sent or begun stays what it is: taking off and back on changes nothing of it. */
async function putOnList(
  tx: Transaction,
  scope: Scope,
  rating: { subjectId: string; raterId: string; group: RaterGroup; isProposal: boolean },
): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    insert into evaluation_ratings as rating
      (organization_id, id, subject_id, rater_id, rater_group, status, proposed_by_user_id)
    values (${scope.organizationId}::uuid, ${uuidv7()}::uuid, ${rating.subjectId}::uuid, ${rating.raterId}::uuid,
            ${rating.group}::"RaterGroup", ${rating.isProposal ? "proposed" : "approved"}::"RatingStatus",
            ${scope.userId}::uuid)
    on conflict (organization_id, subject_id, rater_id) do update set
      rater_group = case when rating.status in ('proposed', 'refused') then excluded.rater_group
                         else rating.rater_group end,
      status = case when rating.status in ('proposed', 'refused') then excluded.status else rating.status end,
      withdrawn_at = null
    returning rating.id`;
  if (!row) throw new Error("a rating was neither made nor found");
  return row.id;
}
