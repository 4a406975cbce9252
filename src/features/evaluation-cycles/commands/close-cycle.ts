import "server-only";
import { isoDay } from "@/features/audit-programmes/windows";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { requireChange } from "../require-change";
import { lockCycle } from "./lock-cycle";

/**
 * Ends the answering of a cycle: what was sent is kept, what was begun and not sent is not counted. Extending opens it
 * again. ConflictError unless it collects; the clock says in `endedBefore` which day has come, and a cycle that was extended
 * meanwhile is a ConflictError too.
 */
export async function closeCycle(
  scope: Scope,
  { cycleId, endedBefore }: { cycleId: string; endedBefore?: string },
): Promise<void> {
  await withScope(scope, async (tx) => {
    const cycle = await lockCycle(tx, scope, cycleId);
    requireChange(cycle, "close");
    if (endedBefore !== undefined && isoDay(cycle.closesOn) >= endedBefore) {
      throw new ConflictError("cycleStateChanged");
    }
    await tx.evaluationCycle.update({
      where: key(scope, cycleId),
      data: { status: "closed", closedAt: scope.now },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "evaluationCycle.closed",
      { type: "evaluationCycle", id: cycleId },
      { name: cycle.name },
    );
  });
}
