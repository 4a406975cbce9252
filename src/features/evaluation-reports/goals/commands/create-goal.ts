import "server-only";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";
import { findCompetency, requirePlanSubject } from "../plan-subject";
import { type GoalInput, MOST_GOALS } from "../schema";

/**
 * Adds a goal to a development plan; the fourth is a ConflictError. A plan belongs to those who see the report, so it leaves
 * nothing in the audit trail, which owners read who may not see the report.
 */
export async function createGoal(
  scope: Scope,
  { subjectId, competencyKey, dueOn, ...words }: GoalInput & { subjectId: string },
): Promise<{ id: string }> {
  const { organizationId } = scope;
  return withScope(scope, async (tx) => {
    const { frameworkVersionId } = await requirePlanSubject(tx, scope, subjectId);
    await lockForTransaction(tx, scope, `development plan ${subjectId}`);
    const goals = await tx.developmentGoal.findMany({
      where: { organizationId, subjectId },
      select: { position: true },
    });
    const taken = new Set(goals.map(({ position }) => position));
    const position = Array.from({ length: MOST_GOALS }, (_, index) => index + 1).find((at) => !taken.has(at));
    if (position === undefined) throw new ConflictError("goalsFull", { most: MOST_GOALS });
    return tx.developmentGoal.create({
      data: {
        organizationId,
        subjectId,
        position,
        ...words,
        ...(await findCompetency(tx, scope, frameworkVersionId, competencyKey)),
        dueOn: dueOn === null ? null : new Date(dueOn),
        createdAt: scope.now,
        createdByUserId: scope.userId,
      },
      select: { id: true },
    });
  });
}
