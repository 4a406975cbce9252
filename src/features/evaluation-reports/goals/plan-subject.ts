import "server-only";
import { readEvaluationFrameworkVersion } from "@/features/evaluation-frameworks/queries/get-evaluation-framework-version";
import type { EvaluationFrameworkVersion } from "@/features/evaluation-frameworks/schema";
import type { Transaction } from "@/server/database";
import { InvalidInputError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { visibleReports } from "../visible-reports-sql";

/**
 * Lets only those pass who see a released report of the subject: they make its development plan, and nobody else knows of
 * it. Resolves to the framework version the report was made with. NotFoundError for others.
 */
export async function requirePlanSubject(
  tx: Transaction,
  scope: Scope,
  subjectId: string,
): Promise<{ frameworkVersionId: string }> {
  const [found] = await tx.$queryRaw<{ frameworkVersionId: string }[]>`
    select cycle.framework_version_id as "frameworkVersionId"
      from evaluation_reports report
      join evaluation_subjects subject
        on subject.organization_id = report.organization_id and subject.id = report.subject_id
      join evaluation_cycles cycle
        on cycle.organization_id = subject.organization_id and cycle.id = subject.cycle_id
     where subject.id = ${subjectId}::uuid and ${visibleReports(scope)}
     limit 1`;
  if (!found) throw new NotFoundError();
  return found;
}

/** A goal whose plan the scope may see, with its subject; NotFoundError otherwise. */
export async function requireGoal(
  tx: Transaction,
  scope: Scope,
  goalId: string,
): Promise<{ id: string; subjectId: string; frameworkVersionId: string }> {
  const goal = await tx.developmentGoal.findFirst({
    where: { organizationId: scope.organizationId, id: goalId },
    select: { id: true, subjectId: true },
  });
  if (!goal) throw new NotFoundError();
  return { ...goal, ...(await requirePlanSubject(tx, scope, goal.subjectId)) };
}

/**
 * What a goal about a competency points to: the competency's key, and the one behaviour that all its items which name one
 * share (null where they name none or several). InvalidInputError for a key the framework does not have.
 */
export async function findCompetency(
  tx: Transaction,
  scope: Scope,
  frameworkVersionId: string,
  competencyKey: string | null,
): Promise<{ competencyKey: string | null; behaviourId: string | null }> {
  if (competencyKey === null) return { competencyKey: null, behaviourId: null };
  const { definition }: EvaluationFrameworkVersion = await readEvaluationFrameworkVersion(
    tx,
    scope,
    frameworkVersionId,
  );
  const competency = definition.competencies.find(({ key }) => key === competencyKey);
  if (!competency) throw new InvalidInputError({ competencyKey: "chooseOne" });
  const behaviours = new Set(competency.items.flatMap(({ behaviourId }) => behaviourId ?? []));
  const [only] = behaviours;
  return { competencyKey, behaviourId: behaviours.size === 1 ? (only ?? null) : null };
}
