import "server-only";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { requireGoal } from "../plan-subject";

/** Deletes a goal; an improvement action that was made of it stays, on its own. NotFoundError without sight of the plan. */
export async function deleteGoal(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    await requireGoal(tx, scope, id);
    await tx.improvementAction.updateMany({
      where: { organizationId: scope.organizationId, goalId: id },
      data: { goalId: null },
    });
    await tx.developmentGoal.delete({ where: key(scope, id), select: { id: true } });
  });
}
