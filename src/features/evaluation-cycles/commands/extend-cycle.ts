import "server-only";
import { asDate, dayOf, isoDay } from "@/features/audit-programmes/windows";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { inviteRaters } from "../raters/commands/invite-raters";
import { requireChange } from "../require-change";
import { lockCycle } from "./lock-cycle";

/**
 * Gives a cycle a later last day; a closed one takes answers again, also after its reports were released (they stay as they
 * are). InvalidInputError for a day that has passed or, while it collects, is not later; ConflictError unless it collects or
 * is closed.
 */
export async function extendCycle(
  scope: Scope,
  { cycleId, closesOn }: { cycleId: string; closesOn: string },
): Promise<void> {
  const today = dayOf(scope.now, scope.timeZone);
  await withScope(scope, async (tx) => {
    const cycle = await lockCycle(tx, scope, cycleId);
    requireChange(cycle, "extend");
    const isLater = cycle.status === "closed" || closesOn > isoDay(cycle.closesOn);
    if (closesOn < today || !isLater) throw new InvalidInputError({ closesOn: "extendLater" });
    await tx.evaluationCycle.update({
      where: key(scope, cycleId),
      data: { status: "collecting", closesOn: asDate(closesOn), closedAt: null },
      select: { id: true },
    });
    await inviteRaters(tx, scope, cycleId);
    await recordActivity(
      tx,
      scope,
      "evaluationCycle.extended",
      { type: "evaluationCycle", id: cycleId },
      { name: cycle.name, day: closesOn },
    );
  });
}
