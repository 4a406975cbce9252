import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { listChanges } from "../changes";
import { lockSurvey, readSurveyDetails } from "../queries";
import { listAnswerableQuestions, listPublishingErrors, requireWholeOrganization } from "../rules";
import type { SurveyDetails } from "../schema";

/**
 * Freezes the draft as the next version and sends invitations with it from now on. A draft that says the same as the
 * current version makes no new one. ConflictError when the draft is not fit to publish, or was saved by somebody else
 * since the person looked at it.
 */
export async function publishSurvey(
  scope: Scope,
  input: { surveyId: string; revision: string },
): Promise<{ versionNumber: number; revision: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const locked = await lockSurvey(tx, scope, input.surveyId);
    if (locked.status === "archived") throw new ConflictError("surveyArchived");
    if (locked.updatedAt.toISOString() !== input.revision) throw new ConflictError("surveyChangedElsewhere");
    const survey = await readSurveyDetails(tx, scope, input.surveyId);
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { language: true },
    });
    const errors = listPublishingErrors(survey, organization);
    if (errors.length > 0) throw new ConflictError("surveyNotReady", { count: errors.length });

    const { currentVersion } = survey;
    const isUnchanged =
      currentVersion !== null && listChanges(currentVersion.definition, survey.definition).length === 0;
    const version = isUnchanged ? currentVersion : await freezeDraft(tx, scope, survey);
    const saved = await tx.survey.update({
      where: key(scope, survey.id),
      data: { status: "published", currentVersionId: version.id },
      select: { updatedAt: true },
    });
    await recordActivity(
      tx,
      scope,
      "survey.published",
      { type: "survey", id: survey.id },
      { name: survey.settings.name, version: version.number },
    );
    return { versionNumber: version.number, revision: saved.updatedAt.toISOString() };
  });
}

async function freezeDraft(
  tx: Transaction,
  scope: Scope,
  survey: SurveyDetails,
): Promise<{ id: string; number: number }> {
  const { organizationId } = scope;
  const version = await tx.surveyVersion.create({
    data: {
      organizationId,
      surveyId: survey.id,
      number: (survey.currentVersion?.number ?? 0) + 1,
      definition: survey.definition,
      publishedAt: scope.now,
      publishedByUserId: scope.userId,
    },
    select: { id: true, number: true },
  });
  await tx.question.createMany({
    data: listAnswerableQuestions(survey.definition).map((question) => ({
      ...question,
      texts: question.texts as Prisma.InputJsonObject,
      organizationId,
      surveyVersionId: version.id,
    })),
  });
  return version;
}
