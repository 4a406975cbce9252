import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { getNominationSubject } from "../queries/get-nomination-subject";
import { isOpenForChoosing } from "../rules";
import { inviteRaters } from "./invite-raters";
import { lockRatersOfCycle } from "./lock-raters-of-cycle";

/**
 * Approves or refuses what a subject proposed, one or many; the approved are invited at once if the cycle collects. For the
 * named manager and organizers; ForbiddenError for the subject. Proposals decided meanwhile stay as they were decided.
 * NotFoundError when one is foreign or of another subject. Resolves to how many were decided now.
 */
export async function decideProposals(
  scope: Scope,
  input: { subjectId: string; ratingIds: string[]; isApproved: boolean },
): Promise<{ decided: number }> {
  const { organizationId } = scope;
  return withScope(scope, async (tx) => {
    const seen = await getNominationSubject(tx, scope, input.subjectId);
    const cycle = await lockRatersOfCycle(tx, scope, seen.cycle.id);
    if (seen.part === "subject") throw new ForbiddenError();
    if (!isOpenForChoosing(cycle.status, seen.part)) throw new ConflictError("ratersNotChosenNow");
    const where = { organizationId, subjectId: seen.id, id: { in: [...new Set(input.ratingIds)] } };
    const ratings = await tx.evaluationRating.findMany({ where, select: { id: true, status: true } });
    if (ratings.length < where.id.in.length) throw new NotFoundError();
    const ids = ratings.flatMap(({ id, status }) => (status === "proposed" ? [id] : []));
    if (ids.length === 0) return { decided: 0 };
    await tx.evaluationRating.updateMany({
      where: { organizationId, id: { in: ids } },
      data: { status: input.isApproved ? "approved" : "refused" },
    });
    if (input.isApproved) await inviteRaters(tx, scope, cycle.id, ids);
    await recordActivity(
      tx,
      scope,
      input.isApproved ? "evaluationRater.approved" : "evaluationRater.refused",
      { type: "evaluationSubject", id: seen.id },
      { cycle: cycle.name, subject: seen.name, count: ids.length },
    );
    return { decided: ids.length };
  });
}
