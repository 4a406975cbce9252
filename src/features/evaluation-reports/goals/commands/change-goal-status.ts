import "server-only";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { requireGoal } from "../plan-subject";
import type { GoalStatus } from "../schema";

/** Marks a goal as reached, given up, or open again. NotFoundError without sight of the plan. */
export async function changeGoalStatus(
  scope: Scope,
  { id, status }: { id: string; status: GoalStatus },
): Promise<void> {
  await withScope(scope, async (tx) => {
    await requireGoal(tx, scope, id);
    await tx.developmentGoal.update({ where: key(scope, id), data: { status }, select: { id: true } });
  });
}
