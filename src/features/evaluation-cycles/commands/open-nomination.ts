import "server-only";
import { dayOf, isoDay } from "@/features/audit-programmes/windows";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { askForNominations } from "../raters/commands/ask-for-nominations";
import { requireChange } from "../require-change";
import { lockCycle } from "./lock-cycle";
import { requireStartable } from "./require-startable";

/**
 * Has raters nominated, and tells those who choose them: from now on the cycle opens by itself on its first day.
 * ConflictError unless it is a draft, when its last day has passed, or when there is nobody to evaluate or nothing to ask.
 */
export async function openNomination(scope: Scope, { cycleId }: { cycleId: string }): Promise<void> {
  await withScope(scope, async (tx) => {
    const cycle = await lockCycle(tx, scope, cycleId);
    requireChange(cycle, "openNomination");
    if (isoDay(cycle.closesOn) < dayOf(scope.now, scope.timeZone)) throw new ConflictError("cycleEndPassed");
    const frameworkVersionId = await requireStartable(tx, scope, cycle);
    await tx.evaluationCycle.update({
      where: key(scope, cycleId),
      data: { status: "nomination", frameworkVersionId },
      select: { id: true },
    });
    await askForNominations(tx, scope, cycleId);
    await recordActivity(
      tx,
      scope,
      "evaluationCycle.nominationOpened",
      { type: "evaluationCycle", id: cycleId },
      { name: cycle.name },
    );
  });
}
