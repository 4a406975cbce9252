import "server-only";
import { readEvaluationFrameworkVersion } from "@/features/evaluation-frameworks/queries/get-evaluation-framework-version";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { requirePlanSubject } from "../plan-subject";
import type { DevelopmentPlanView } from "../schema";

/** The development plan of a subject, for those who see a released report of it; NotFoundError for others. */
export async function getDevelopmentPlan(scope: Scope, subjectId: string): Promise<DevelopmentPlanView> {
  return withScope(scope, async (tx) => {
    const { frameworkVersionId } = await requirePlanSubject(tx, scope, subjectId);
    const framework = await readEvaluationFrameworkVersion(tx, scope, frameworkVersionId);
    const goals = await tx.developmentGoal.findMany({
      where: { organizationId: scope.organizationId, subjectId },
      select: {
        id: true,
        title: true,
        plan: true,
        competencyKey: true,
        dueOn: true,
        status: true,
        improvementAction: { select: { id: true } },
      },
      orderBy: { position: "asc" },
    });
    return {
      subjectId,
      goals: goals.map(({ improvementAction, ...goal }) => ({
        ...goal,
        hasAction: improvementAction !== null,
      })),
      competencies: framework.definition.competencies.map(({ key, name }) => ({ key, name })),
    };
  });
}
