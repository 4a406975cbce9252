import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { requireChange } from "../require-change";
import { lockCycle } from "./lock-cycle";

/**
 * Ends the answering of a cycle: what was sent is kept, what was begun and not sent is not counted. Extending opens it
 * again. ConflictError unless it collects.
 */
export async function closeCycle(scope: Scope, { cycleId }: { cycleId: string }): Promise<void> {
  await withScope(scope, async (tx) => {
    const cycle = await lockCycle(tx, scope, cycleId);
    requireChange(cycle, "close");
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
