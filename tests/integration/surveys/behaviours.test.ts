import { expect, it } from "vitest";
import { archiveBehaviour } from "@/features/behaviours/commands/archive-behaviour";
import { listBehaviourUses } from "@/features/behaviours/queries/list-behaviour-uses";
import { createSurvey } from "@/features/surveys/commands/create-survey";
import { publishSurvey } from "@/features/surveys/commands/publish-survey";
import { saveDraft } from "@/features/surveys/commands/save-draft";
import { getSurvey } from "@/features/surveys/queries";
import { type SurveyDefinition, surveyDefinition } from "@/features/surveys/schema";
import { SURVEY_TEMPLATES } from "@/features/surveys/templates";
import { withScope } from "@/server/database";
import { setUpTestDatabase } from "../../database";
import { createBehaviour } from "../../factories/audit-forms";
import { createMember, createOrganization } from "../../factories/organization";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();

async function createDraft() {
  const cast = await createSmallOrganization();
  const owner = cast.owner.scope;
  const surveyId = await createSurvey(owner, { template: "nps", name: "Survey" });
  const save = async (change: (definition: SurveyDefinition) => SurveyDefinition) => {
    const { revision, definition, settings } = await getSurvey(owner, surveyId);
    return saveDraft(owner, {
      surveyId,
      revision,
      definition: surveyDefinition.parse(change(definition)),
      settings: { ...settings, encounterTypeIds: [cast.encounterType.id] },
    });
  };
  const publish = (saved: { revision: string }) =>
    publishSurvey(owner, { surveyId, revision: saved.revision });
  const storedQuestions = async () => {
    const { currentVersion } = await getSurvey(owner, surveyId);
    return withScope(owner, (tx) =>
      tx.question.findMany({
        where: { organizationId: owner.organizationId, surveyVersionId: currentVersion?.id ?? "" },
        select: { key: true, behaviourId: true },
        orderBy: { position: "asc" },
      }),
    );
  };
  return { owner, save, publish, storedQuestions };
}

it("freezes the behaviour of each score question with the version; a new version may point elsewhere", async () => {
  const { owner, save, publish, storedQuestions } = await createDraft();
  const [listening, empathy] = [await createBehaviour(owner), await createBehaviour(owner)];
  const extra = { kind: "score" as const, key: "q-heard", ...SURVEY_TEMPLATES.csat.main };
  await publish(
    await save((definition) => ({
      ...definition,
      main: { ...definition.main, behaviourId: listening.id },
      questions: [
        { ...extra, behaviourId: empathy.id },
        { ...extra, key: "q-plain" },
      ],
    })),
  );
  expect(await storedQuestions()).toEqual([
    { key: "main", behaviourId: listening.id },
    { key: "q-heard", behaviourId: empathy.id },
    { key: "q-plain", behaviourId: null },
  ]);
  expect((await listBehaviourUses(owner)).get(empathy.id)).toEqual({
    surveys: 1,
    auditForms: 0,
    frameworks: 0,
  });

  // Only the tie changes: that alone is a new version.
  const saved = await save(({ main: { behaviourId: _untied, ...main }, ...rest }) => ({ ...rest, main }));
  expect(await publish(saved)).toMatchObject({ versionNumber: 2 });
  expect((await storedQuestions())[0]).toEqual({ key: "main", behaviourId: null });
  expect((await listBehaviourUses(owner)).has(listening.id)).toBe(false);
});

it("refuses a behaviour of another organization, and keeps one that was archived meanwhile", async () => {
  const { owner, save } = await createDraft();
  const stranger = (await createMember(await createOrganization(), "owner")).scope;
  const foreign = await createBehaviour(stranger);
  const tieTo = (behaviourId: string) => (definition: SurveyDefinition) => ({
    ...definition,
    main: { ...definition.main, behaviourId },
  });
  await expect(save(tieTo(foreign.id))).rejects.toMatchObject({
    fields: { "definition.main.behaviourId": "chooseOne" },
  });
  const own = await createBehaviour(owner);
  await archiveBehaviour(owner, own.id);
  await save(tieTo(own.id));
});
