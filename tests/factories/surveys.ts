import { v7 as uuidv7 } from "uuid";
import { listAnswerableQuestions } from "@/features/surveys/rules";
import type { SurveyDefinition } from "@/features/surveys/schema";
import { SURVEY_TEMPLATES } from "@/features/surveys/templates";
import type { Prisma } from "@/generated/prisma/client";
import type { MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

export type PublishedSurvey = {
  id: string;
  versionId: string;
  definition: SurveyDefinition;
  /** Ids of the stored questions by their key ("main" …). */
  questionIds: Record<string, string>;
  expiryDays: number;
  isAnonymous: boolean;
};

/** A survey with one published version, bound to the encounter types (and touchpoints; none = all). */
export async function createPublishedSurvey(
  scope: Scope,
  options: {
    metric?: MetricKey;
    encounterTypeIds: string[];
    touchpointIds?: string[];
    definition?: SurveyDefinition;
    publishedAt?: Date;
  } & Partial<
    Pick<
      Prisma.SurveyCreateManyInput,
      | "name"
      | "delayMinutes"
      | "reminderCount"
      | "reminderAfterDays"
      | "expiryDays"
      | "quarantineDays"
      | "isAnonymous"
      | "status"
    >
  >,
): Promise<PublishedSurvey> {
  const {
    metric = "nps",
    encounterTypeIds,
    touchpointIds = [],
    publishedAt = scope.now,
    ...settings
  } = options;
  const definition = options.definition ?? SURVEY_TEMPLATES[metric];
  const { organizationId } = scope;
  const id = uuidv7();
  const versionId = uuidv7();
  const questions = listAnswerableQuestions(definition).map((question) => ({
    ...question,
    texts: question.texts as Prisma.InputJsonObject,
    organizationId,
    surveyVersionId: versionId,
    id: uuidv7(),
  }));
  delete (settings as { definition?: unknown }).definition;
  await withScope(scope, async (tx) => {
    await tx.survey.createMany({
      data: {
        organizationId,
        id,
        name: settings.name ?? `Survey ${metric}`,
        status: "published",
        draft: definition,
        currentVersionId: versionId,
        createdAt: publishedAt,
        ...settings,
      },
    });
    await tx.surveyVersion.createMany({
      data: { organizationId, id: versionId, surveyId: id, number: 1, definition, publishedAt },
    });
    await tx.question.createMany({ data: questions });
    await tx.surveyEncounterType.createMany({
      data: encounterTypeIds.map((encounterTypeId) => ({ organizationId, surveyId: id, encounterTypeId })),
    });
    await tx.surveyTouchpoint.createMany({
      data: touchpointIds.map((touchpointId) => ({ organizationId, surveyId: id, touchpointId })),
    });
  });
  return {
    id,
    versionId,
    definition,
    questionIds: Object.fromEntries(questions.map((question) => [question.key, question.id])),
    expiryDays: settings.expiryDays ?? 14,
    isAnonymous: settings.isAnonymous ?? false,
  };
}
