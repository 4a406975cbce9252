import "server-only";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { findCompetency, requireGoal } from "../plan-subject";
import type { GoalInput } from "../schema";

/**
 * Writes a goal anew; an improvement action that was made of it keeps its own words. NotFoundError without sight of the
 * plan.
 */
export async function updateGoal(
  scope: Scope,
  { id, competencyKey, dueOn, ...words }: GoalInput & { id: string },
): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    const { frameworkVersionId } = await requireGoal(tx, scope, id);
    return tx.developmentGoal.update({
      where: key(scope, id),
      data: {
        ...words,
        ...(await findCompetency(tx, scope, frameworkVersionId, competencyKey)),
        dueOn: dueOn === null ? null : new Date(dueOn),
      },
      select: { id: true },
    });
  });
}
