import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { requireChange } from "../require-change";
import { lockCycle } from "./lock-cycle";

/**
 * Calls a cycle off for good. Every answer given in it is destroyed, with the lists of who rates whom (the database drops a
 * rating's answers with it); raters stay, so that their links can say what happened. ConflictError once it is closed
 * or has released reports.
 */
export async function cancelCycle(scope: Scope, { cycleId }: { cycleId: string }): Promise<void> {
  const { organizationId } = scope;
  await withScope(scope, async (tx) => {
    const cycle = await lockCycle(tx, scope, cycleId);
    requireChange(cycle, "cancel");
    await tx.evaluationCycle.update({
      where: key(scope, cycleId),
      data: { status: "cancelled", cancelledAt: scope.now },
      select: { id: true },
    });
    await tx.evaluationRating.deleteMany({ where: { organizationId, subject: { is: { cycleId } } } });
    await recordActivity(
      tx,
      scope,
      "evaluationCycle.cancelled",
      { type: "evaluationCycle", id: cycleId },
      { name: cycle.name },
    );
  });
}
