import "server-only";
import { requireOwnBehaviours } from "@/features/behaviours/queries/require-own-behaviours";
import { recordActivityOnce } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, InvalidInputError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { lockSurvey, readSurveyDetails } from "../queries";
import { requireWholeOrganization } from "../rules";
import { isSameSettings } from "../same-draft";
import type { SurveyDefinition, SurveyDraft } from "../schema";

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
    await requireOwnBehaviours(tx, scope, listChosenBehaviours(input.definition));
    const saved = await tx.survey.update({
      where: key(scope, input.surveyId),
      data: { ...settings, draft: input.definition },
      select: { updatedAt: true },
    });
    // Settings of a survey that is being sent hold at once: changing them is an act for the audit trail.
    if (before && !isSameSettings(before, input.settings)) {
      const subject = { type: "survey", id: input.surveyId };
      await recordActivityOnce(tx, scope, "survey.updated", subject, { name: settings.name });
    }
    return { revision: saved.updatedAt.toISOString() };
  });
}

/** The score questions' behaviours with the fields they were chosen in. */
function listChosenBehaviours({ main, questions }: SurveyDefinition) {
  return [
    { field: "definition.main.behaviourId", behaviourId: main.behaviourId },
    ...questions.map((question, index) => ({
      field: `definition.questions.${index}.behaviourId`,
      behaviourId: question.kind === "score" ? question.behaviourId : undefined,
    })),
  ];
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
