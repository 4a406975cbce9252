import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { isFilledByItself } from "../../rules";
import { getNominationSubject } from "../queries/get-nomination-subject";
import { isOpenForChoosing, raterState } from "../rules";
import { inviteRaters } from "./invite-raters";
import { lockRatersOfCycle } from "./lock-raters-of-cycle";

/**
 * Puts somebody who was taken off or refused back on the list; asked again only if nothing was sent. For the named manager
 * and organizers (ForbiddenError for the subject). ConflictError when the person is on the list or its group is full,
 * NotFoundError for a foreign rating.
 */
export async function restoreRater(scope: Scope, { ratingId }: { ratingId: string }): Promise<void> {
  const { organizationId } = scope;
  await withScope(scope, async (tx) => {
    const found = await tx.evaluationRating.findUnique({
      where: key(scope, ratingId),
      select: { subjectId: true },
    });
    if (!found) throw new NotFoundError();
    const subject = await getNominationSubject(tx, scope, found.subjectId);
    if (subject.part === "subject") throw new ForbiddenError();
    const cycle = await lockRatersOfCycle(tx, scope, subject.cycle.id);
    if (!isOpenForChoosing(cycle.status, subject.part)) throw new ConflictError("ratersNotChosenNow");
    const rating = await tx.evaluationRating.findUniqueOrThrow({
      where: key(scope, ratingId),
      select: { status: true, withdrawnAt: true, raterGroup: true },
    });
    const { raterGroup } = rating;
    const state = raterState(rating);
    if ((state !== "takenOff" && state !== "refused") || isFilledByItself(raterGroup)) {
      throw new ConflictError("raterStays");
    }
    const taken = await tx.evaluationRating.count({
      where: {
        organizationId,
        subjectId: subject.id,
        raterGroup,
        withdrawnAt: null,
        status: { in: ["proposed", "approved", "submitted"] },
      },
    });
    const group = cycle.groups.find((one) => one.raterGroup === raterGroup);
    if (!group || taken >= group.maximum) throw new ConflictError("raterGroupFull");
    await tx.evaluationRating.update({
      where: key(scope, ratingId),
      data: { withdrawnAt: null, ...(state === "refused" ? { status: "approved" as const } : {}) },
      select: { id: true },
    });
    await inviteRaters(tx, scope, cycle.id, [ratingId]);
    await recordActivity(
      tx,
      scope,
      "evaluationRater.added",
      { type: "evaluationSubject", id: subject.id },
      { cycle: cycle.name, subject: subject.name },
    );
  });
}
