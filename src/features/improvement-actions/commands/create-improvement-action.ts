import "server-only";
import { requireGoal } from "@/features/evaluation-reports/goals/plan-subject";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";
import type { ActionInput } from "../schema";
import { checkAction } from "./check-action";

/**
 * Declares an improvement action, planned. Of a goal of a development plan only who sees that plan can make one
 * (NotFoundError), and only once (ConflictError); its words are those of the input, so that nothing of the plan is shown to
 * others but what was meant to be.
 */
export async function createImprovementAction(
  scope: Scope,
  { goalId, ...input }: ActionInput & { goalId: string | null },
): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    if (goalId) await takeGoal(tx, scope, goalId);
    const action = await tx.improvementAction.create({
      data: {
        organizationId: scope.organizationId,
        ...(await checkAction(tx, scope, input)),
        goalId,
        createdAt: scope.now,
        createdByUserId: scope.userId,
      },
      select: { id: true },
    });
    const subject = { type: "improvementAction", id: action.id };
    await recordActivity(tx, scope, "improvementAction.created", subject, { name: input.title });
    return action;
  });
}

async function takeGoal(tx: Transaction, scope: Scope, goalId: string): Promise<void> {
  await requireGoal(tx, scope, goalId);
  await lockForTransaction(tx, scope, `action of goal ${goalId}`);
  const taken = await tx.improvementAction.count({
    where: { organizationId: scope.organizationId, goalId },
  });
  if (taken > 0) throw new ConflictError("goalHasAction");
}
