import "server-only";
import { asDate, dayOf, isoDay } from "@/features/audit-programmes/windows";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { askForNominations } from "../raters/commands/ask-for-nominations";
import { inviteRaters } from "../raters/commands/invite-raters";
import { requireChange } from "../require-change";
import { lockCycle } from "./lock-cycle";
import { requireStartable } from "./require-startable";

/**
 * Opens a cycle for answering, today if its day had not come yet: its framework's current version is frozen and every
 * approved rater is invited, oneself and the named managers too. ConflictError when it is open already, when its last day
 * has passed, or when there is nobody to evaluate or nothing to ask; for the clock, which says in `begunBy` which day has
 * come, also when nobody is nominating raters (any more) or its first day was put off. Resolves to the number of raters
 * invited.
 */
export async function openCycle(
  scope: Scope,
  { cycleId, begunBy }: { cycleId: string; begunBy?: string },
): Promise<{ invited: number }> {
  const today = dayOf(scope.now, scope.timeZone);
  return withScope(scope, async (tx) => {
    const cycle = await lockCycle(tx, scope, cycleId);
    requireChange(cycle, "open");
    const isDue = cycle.status === "nomination" && isoDay(cycle.opensOn) <= (begunBy ?? today);
    if (begunBy !== undefined && !isDue) throw new ConflictError("cycleStateChanged");
    if (isoDay(cycle.closesOn) < today) throw new ConflictError("cycleEndPassed");
    const frameworkVersionId = await requireStartable(tx, scope, cycle);
    const opensOn = isoDay(cycle.opensOn) > today ? asDate(today) : cycle.opensOn;
    await tx.evaluationCycle.update({
      where: key(scope, cycleId),
      data: { status: "collecting", frameworkVersionId, opensOn },
      select: { id: true },
    });
    const invited = await inviteRaters(tx, scope, cycleId);
    // Where nobody was asked to choose raters before.
    await askForNominations(tx, scope, cycleId);
    await recordActivity(
      tx,
      scope,
      "evaluationCycle.opened",
      { type: "evaluationCycle", id: cycleId },
      { name: cycle.name, invited },
    );
    return { invited };
  });
}
