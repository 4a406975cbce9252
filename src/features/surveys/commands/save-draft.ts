import "server-only";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, InvalidInputError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { lockSurvey, readSurveyDetails } from "../queries";
import { requireWholeOrganization } from "../rules";
import { isSameSettings } from "../same-draft";
import type { SurveyDefinition, SurveyDraft, SurveySettings } from "../schema";

/**
 * Saves the draft's texts and settings: texts reach respondents with the next published version, settings hold at once.
 * `revision` is what the editor last saw; if somebody else saved since, ConflictError and nothing is written. A survey
 * that is being sent keeps an encounter type, or it would silently ask nobody. Returns the new revision.
 */
export async function saveDraft(
  scope: Scope,
  input: SurveyDraft & { surveyId: string; revision: string },
): Promise<{ revision: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const survey = await lockSurvey(tx, scope, input.surveyId);
    if (survey.status === "archived") throw new ConflictError("surveyArchived");
    if (survey.updatedAt.toISOString() !== input.revision) throw new ConflictError("surveyChangedElsewhere");
    const { encounterTypeIds, touchpointIds, ...settings } = input.settings;
    if (survey.status !== "draft" && encounterTypeIds.length === 0)
      throw new InvalidInputError({ "settings.encounterTypeIds": "chooseOne" });
    const isLive = survey.status !== "draft";
    const before = isLive && (await readSurveyDetails(tx, scope, input.surveyId)).settings;
    await bind(tx, scope, input.surveyId, encounterTypeIds, touchpointIds);
    await requireOwnBehaviours(tx, scope, input.definition);
    const saved = await tx.survey.update({
      where: key(scope, input.surveyId),
      data: { ...settings, draft: input.definition },
      select: { updatedAt: true },
    });
    if (before && !isSameSettings(before, input.settings)) await recordUpdate(tx, scope, input);
    return { revision: saved.updatedAt.toISOString() };
  });
}

/** Refuses behaviours that are not the organization's at their field; archived ones stay where they were chosen. */
async function requireOwnBehaviours(
  tx: Transaction,
  scope: Scope,
  { main, questions }: SurveyDefinition,
): Promise<void> {
  const chosen = [
    { field: "definition.main.behaviourId", id: main.behaviourId },
    ...questions.map((question, index) => ({
      field: `definition.questions.${index}.behaviourId`,
      id: question.kind === "score" ? question.behaviourId : undefined,
    })),
  ].filter((choice): choice is { field: string; id: string } => choice.id !== undefined);
  if (chosen.length === 0) return;
  const own = await tx.behaviour.findMany({
    where: { organizationId: scope.organizationId, id: { in: chosen.map(({ id }) => id) } },
    select: { id: true },
  });
  const known = new Set(own.map(({ id }) => id));
  const foreign = chosen.filter(({ id }) => !known.has(id));
  if (foreign.length > 0)
    throw new InvalidInputError(Object.fromEntries(foreign.map(({ field }) => [field, "chooseOne"])));
}

const MINUTES_OF_ONE_UPDATE = 30;

/**
 * Settings of a survey that is being sent hold at once, so changing them is an act for the audit trail. The builder saves
 * after every pause in typing: what one person changes within half an hour is one entry.
 */
async function recordUpdate(
  tx: Transaction,
  scope: Scope,
  { surveyId, settings }: { surveyId: string; settings: SurveySettings },
): Promise<void> {
  const action = "survey.updated";
  const since = new Date(scope.now.getTime() - MINUTES_OF_ONE_UPDATE * 60_000);
  const { organizationId, userId } = scope;
  const isRecorded = await tx.activityEvent.findFirst({
    where: { organizationId, occurredAt: { gte: since }, action, subjectId: surveyId, userId },
    select: { id: true },
  });
  if (isRecorded) return;
  await recordActivity(tx, scope, action, { type: "survey", id: surveyId }, { name: settings.name });
}

/** Binds the survey to exactly these encounter types and touchpoints; unknown ones are refused at their field. */
async function bind(
  tx: Transaction,
  scope: Scope,
  surveyId: string,
  encounterTypeIds: string[],
  touchpointIds: string[],
): Promise<void> {
  const { organizationId } = scope;
  const types = await tx.encounterType.count({ where: { organizationId, id: { in: encounterTypeIds } } });
  if (types !== new Set(encounterTypeIds).size)
    throw new InvalidInputError({ "settings.encounterTypeIds": "chooseOne" });
  const touchpoints = await tx.touchpoint.count({ where: { organizationId, id: { in: touchpointIds } } });
  if (touchpoints !== new Set(touchpointIds).size)
    throw new InvalidInputError({ "settings.touchpointIds": "chooseOne" });

  await tx.surveyEncounterType.deleteMany({ where: { organizationId, surveyId } });
  await tx.surveyEncounterType.createMany({
    data: [...new Set(encounterTypeIds)].map((encounterTypeId) => ({
      organizationId,
      surveyId,
      encounterTypeId,
    })),
  });
  await tx.surveyTouchpoint.deleteMany({ where: { organizationId, surveyId } });
  await tx.surveyTouchpoint.createMany({
    data: [...new Set(touchpointIds)].map((touchpointId) => ({ organizationId, surveyId, touchpointId })),
  });
}
