import "server-only";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, InvalidInputError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { lockSurvey } from "../queries";
import { requireWholeOrganization } from "../rules";
import type { SurveyDraft } from "../schema";

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
    await bind(tx, scope, input.surveyId, encounterTypeIds, touchpointIds);
    const saved = await tx.survey.update({
      where: key(scope, input.surveyId),
      data: { ...settings, draft: input.definition },
      select: { updatedAt: true },
    });
    return { revision: saved.updatedAt.toISOString() };
  });
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
