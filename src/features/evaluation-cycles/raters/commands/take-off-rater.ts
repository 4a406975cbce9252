import "server-only";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { isFilledByItself } from "../../rules";
import { getNominationSubject } from "../queries/get-nomination-subject";
import { isOpenForChoosing, raterState } from "../rules";
import { lockRatersOfCycle } from "./lock-raters-of-cycle";

/**
 * Takes somebody off a subject's list. A proposal is forgotten, as is a rater of a cycle that has not opened; whoever may
 * have answered stays on the list as taken off: nothing more can be answered, and what was sent counts, so that taking
 * somebody off does not tell whether it was. The subject may take back its own proposals only (ForbiddenError). Who rates
 * as the subject or its manager cannot be taken off, nor somebody who has declined: ConflictError. NotFoundError for a
 * foreign rating.
 */
export async function takeOffRater(scope: Scope, { ratingId }: { ratingId: string }): Promise<void> {
  await withScope(scope, async (tx) => {
    const found = await tx.evaluationRating.findUnique({
      where: key(scope, ratingId),
      select: { subjectId: true },
    });
    if (!found) throw new NotFoundError();
    const subject = await getNominationSubject(tx, scope, found.subjectId);
    const cycle = await lockRatersOfCycle(tx, scope, subject.cycle.id);
    if (!isOpenForChoosing(cycle.status, subject.part)) throw new ConflictError("ratersNotChosenNow");
    const rating = await tx.evaluationRating.findUniqueOrThrow({
      where: key(scope, ratingId),
      select: { id: true, raterId: true, status: true, withdrawnAt: true, raterGroup: true },
    });
    if (isFilledByItself(rating.raterGroup)) throw new ConflictError("raterFillsItself");
    const state = raterState(rating);
    if (subject.part === "subject" && state !== "proposed") throw new ForbiddenError();
    if (state !== "proposed" && state !== "asked") throw new ConflictError("raterNotOnList");
    if (state === "proposed" || cycle.status !== "collecting") await forget(tx, scope, rating);
    else {
      await tx.evaluationRating.update({
        where: key(scope, ratingId),
        data: { withdrawnAt: scope.now },
        select: { id: true },
      });
    }
    await recordActivity(
      tx,
      scope,
      "evaluationRater.takenOff",
      { type: "evaluationSubject", id: subject.id },
      { cycle: cycle.name, subject: subject.name },
    );
  });
}

/** Somebody who was never asked; the person goes too unless he or she is to rate somebody else. */
async function forget(
  tx: Transaction,
  scope: Scope,
  { id, raterId }: { id: string; raterId: string },
): Promise<void> {
  const { organizationId } = scope;
  await tx.evaluationRating.delete({ where: key(scope, id), select: { id: true } });
  const others = await tx.evaluationRating.count({ where: { organizationId, raterId } });
  if (others > 0) return;
  await tx.evaluationRater.deleteMany({ where: { organizationId, id: raterId, invitedAt: null } });
}
