import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { lockSurvey, readSurveyDetails } from "../queries";
import { listAnswerableQuestions, listPublishingErrors, requireWholeOrganization } from "../rules";

/**
 * Freezes the draft as the next version and sends invitations with it from now on. ConflictError when the draft is not
 * fit to publish, or was saved by somebody else since the person looked at it.
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
    const { organizationId } = scope;
    const survey = await readSurveyDetails(tx, scope, input.surveyId);
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { language: true },
    });
    const errors = listPublishingErrors(survey, organization);
    if (errors.length > 0) throw new ConflictError("surveyNotReady", { count: errors.length });

    const number = (survey.currentVersion?.number ?? 0) + 1;
    const version = await tx.surveyVersion.create({
      data: {
        organizationId,
        surveyId: survey.id,
        number,
        definition: survey.definition,
        publishedAt: scope.now,
        publishedByUserId: scope.userId,
      },
      select: { id: true },
    });
    await tx.question.createMany({
      data: listAnswerableQuestions(survey.definition).map((question) => ({
        ...question,
        texts: question.texts as Prisma.InputJsonObject,
        organizationId,
        surveyVersionId: version.id,
      })),
    });
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
      { name: survey.settings.name, version: number },
    );
    return { versionNumber: number, revision: saved.updatedAt.toISOString() };
  });
}
