import "server-only";
import { getPublishedSurveyVersion } from "@/features/surveys/queries";
import type { SurveyDefinition } from "@/features/surveys/schema";
import type { MetricKey } from "@/metrics/score-distribution";
import { type Transaction, withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";

/** A published version with the ids of its stored questions: everything about a survey that never changes. */
export type AskedSurvey = {
  versionId: string;
  surveyId: string;
  definition: SurveyDefinition;
  /** By the question's key ("main" …). */
  questions: ReadonlyMap<string, { id: string; metric: MetricKey | null }>;
};

const LIMIT = 500;
const remembered = new Map<string, AskedSurvey>();

/**
 * The published version that an invitation asks with; NotFoundError when missing or foreign. A version never changes, so
 * each process reads it once and keeps the 500 used last.
 */
export async function getAskedSurvey(tx: Transaction, scope: Scope, versionId: string): Promise<AskedSurvey> {
  const known = recall(scope, versionId);
  if (known) return known;
  const version = await getPublishedSurveyVersion(tx, scope, versionId);
  const { questions } = await tx.surveyVersion.findUniqueOrThrow({
    where: key(scope, versionId),
    select: { questions: { select: { id: true, key: true, metric: true } } },
  });
  const asked: AskedSurvey = {
    versionId,
    surveyId: version.surveyId,
    definition: version.definition,
    questions: new Map(
      questions.map((question) => [question.key, { id: question.id, metric: question.metric }]),
    ),
  };
  remembered.set(cacheKey(scope, versionId), asked);
  const oldest = remembered.keys().next().value;
  if (remembered.size > LIMIT && oldest !== undefined) remembered.delete(oldest);
  return asked;
}

/** As `getAskedSurvey` in a transaction of its own, which is needed only the first time. */
export async function loadAskedSurvey(scope: Scope, versionId: string): Promise<AskedSurvey> {
  return recall(scope, versionId) ?? withScope(scope, (tx) => getAskedSurvey(tx, scope, versionId));
}

const cacheKey = (scope: Scope, versionId: string) => `${scope.organizationId}:${versionId}`;

function recall(scope: Scope, versionId: string): AskedSurvey | undefined {
  const known = remembered.get(cacheKey(scope, versionId));
  if (!known) return undefined;
  remembered.delete(cacheKey(scope, versionId));
  remembered.set(cacheKey(scope, versionId), known);
  return known;
}
