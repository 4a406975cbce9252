import { beforeAll, describe, expect, it } from "vitest";
import { createSurvey } from "@/features/surveys/commands/create-survey";
import { publishSurvey } from "@/features/surveys/commands/publish-survey";
import { saveDraft } from "@/features/surveys/commands/save-draft";
import { withText } from "@/features/surveys/definition-texts";
import { getSurvey, getSurveyVersion, listSurveyVersions } from "@/features/surveys/queries";
import type { ExtraQuestion, SurveyDefinition, SurveySettings } from "@/features/surveys/schema";
import { SURVEY_TEMPLATES } from "@/features/surveys/templates";
import { ConflictError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import { createSmallOrganization } from "../../factories/small-organization";

const database = setUpTestDatabase();

let cast: Awaited<ReturnType<typeof createSmallOrganization>>;
let owner: Scope;
beforeAll(async () => {
  cast = await createSmallOrganization();
  owner = cast.owner.scope;
});

/** A draft that is fit to publish, with its revision. */
async function createReadyDraft(changes: Partial<SurveyDefinition> = {}) {
  const surveyId = await createSurvey(owner, { template: "nps", name: "Willingness to recommend" });
  const survey = await getSurvey(owner, surveyId);
  return { surveyId, ...(await save(surveyId, survey.revision, { ...survey.definition, ...changes })) };
}

async function save(
  surveyId: string,
  revision: string,
  definition: SurveyDefinition,
  changes: Partial<SurveySettings> = {},
) {
  const { settings } = await getSurvey(owner, surveyId);
  const encounterTypeIds = [cast.encounterType.id];
  return saveDraft(owner, {
    surveyId,
    revision,
    definition,
    settings: { ...settings, encounterTypeIds, ...changes },
  });
}

const choice: ExtraQuestion = {
  kind: "choice",
  key: "q-reason",
  text: { fi: "Miksi tulit?" },
  isMultiple: true,
  options: [
    { key: "o-buy", text: { fi: "Ostamaan" } },
    { key: "o-ask", text: { fi: "Kysymään" } },
  ],
};
const scored: ExtraQuestion = {
  kind: "score",
  key: "q-wait",
  metric: "csat",
  text: { fi: "Odotusaika?" },
  lowLabel: { fi: "Pitkä" },
  highLabel: { fi: "Lyhyt" },
};

describe("publishing", () => {
  it("freezes the draft with its questions, starts the sending and is written into the audit trail", async () => {
    const { surveyId, revision } = await createReadyDraft({ questions: [choice, scored] });
    const published = await publishSurvey(owner, { surveyId, revision });
    expect(published.versionNumber).toBe(1);

    const survey = await getSurvey(owner, surveyId);
    expect(survey.status).toBe("published");
    expect(survey.revision).toBe(published.revision);
    expect(survey.currentVersion).toMatchObject({ number: 1, definition: survey.definition });
    const questions = await querySql(
      database.superuserUrl,
      `select key, position, kind::text, is_main, metric::text, scale_min, scale_max from questions
        where survey_version_id = $1 order by position`,
      [survey.currentVersion?.id],
    );
    expect(questions.map(Object.values)).toEqual([
      ["main", 0, "score", true, "nps", 0, 10],
      ["q-reason", 1, "choice", false, null, null, null],
      ["q-wait", 2, "score", false, "csat", 1, 5],
    ]);
    const activity = await querySql(
      database.superuserUrl,
      "select action, user_id, detail from activity_events where subject_id = $1 order by id",
      [surveyId],
    );
    expect(activity.map(({ action }) => action)).toEqual(["survey.created", "survey.published"]);
    expect(activity[1]).toMatchObject({
      user_id: cast.owner.userId,
      detail: { name: "Willingness to recommend", version: 1 },
    });
  });

  it("leaves earlier versions as they were when the draft goes on", async () => {
    const first = await createReadyDraft();
    const { surveyId } = first;
    const published = await publishSurvey(owner, first);
    const changed = withText(SURVEY_TEMPLATES.nps, "main.text", "fi", "Suosittelisitko meitä?");
    const saved = await save(surveyId, published.revision, changed);
    expect((await getSurvey(owner, surveyId)).currentVersion?.definition).toEqual(SURVEY_TEMPLATES.nps);

    const second = await publishSurvey(owner, { surveyId, revision: saved.revision });
    expect(second.versionNumber).toBe(2);
    expect((await getSurveyVersion(owner, surveyId, 1)).definition).toEqual(SURVEY_TEMPLATES.nps);
    expect((await getSurveyVersion(owner, surveyId, 2)).definition).toEqual(changed);
    expect(await listSurveyVersions(owner, surveyId)).toMatchObject([
      { number: 2, publishedBy: "The owner" },
      { number: 1, publishedBy: "The owner" },
    ]);
    await expect(getSurveyVersion(owner, surveyId, 3)).rejects.toThrow(NotFoundError);
  });

  it("makes no version that says the same as the one before", async () => {
    const { surveyId, revision } = await createReadyDraft();
    const first = await publishSurvey(owner, { surveyId, revision });
    const again = await publishSurvey(owner, { surveyId, revision: first.revision });
    expect(again.versionNumber).toBe(1);
    expect(await listSurveyVersions(owner, surveyId)).toHaveLength(1);
  });

  it("refuses a draft that is not ready and says how much is missing", async () => {
    const { surveyId, revision } = await createReadyDraft({
      comment: { isEnabled: true, text: {} },
      invitationMail: { subject: { fi: "{wrong}" }, body: { fi: "" } },
    });
    await expect(publishSurvey(owner, { surveyId, revision })).rejects.toMatchObject({
      message: "surveyNotReady",
      values: { count: 3 },
    });
    expect((await getSurvey(owner, surveyId)).status).toBe("draft");
  });

  it("refuses another metric under a question's published key", async () => {
    const { surveyId, revision } = await createReadyDraft({ questions: [scored] });
    const published = await publishSurvey(owner, { surveyId, revision });
    const remeasured = { ...SURVEY_TEMPLATES.nps, questions: [{ ...scored, metric: "ces" as const }] };
    const saved = await save(surveyId, published.revision, remeasured);
    await expect(publishSurvey(owner, { surveyId, revision: saved.revision })).rejects.toMatchObject({
      message: "surveyNotReady",
      values: { count: 1 },
    });
    const mainRemeasured = { ...SURVEY_TEMPLATES.csat, questions: [scored] };
    const savedMain = await save(surveyId, saved.revision, mainRemeasured);
    await expect(publishSurvey(owner, { surveyId, revision: savedMain.revision })).rejects.toThrow(
      "surveyNotReady",
    );
    expect(await listSurveyVersions(owner, surveyId)).toHaveLength(1);
  });

  it("by two people at once makes one version; the slower one is told", async () => {
    const { surveyId, revision } = await createReadyDraft();
    const results = await Promise.allSettled([
      publishSurvey(owner, { surveyId, revision }),
      publishSurvey(cast.manager.scope, { surveyId, revision }),
    ]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toBeInstanceOf(ConflictError);
    expect(refused[0]?.reason.message).toBe("surveyChangedElsewhere");
    expect(await listSurveyVersions(owner, surveyId)).toHaveLength(1);
  });

  it("refuses what somebody else saved meanwhile: nobody publishes words they have not seen", async () => {
    const { surveyId, revision } = await createReadyDraft();
    await save(surveyId, revision, withText(SURVEY_TEMPLATES.nps, "thanks.low", "fi", "Anteeksi"));
    await expect(publishSurvey(owner, { surveyId, revision })).rejects.toThrow("surveyChangedElsewhere");
  });
});

describe("a published version in the database", () => {
  it.each([
    ["update survey_versions set number = 99 where survey_id = $1"],
    ["delete from survey_versions where survey_id = $1"],
    [
      "update questions set metric = 'csat' where survey_version_id in (select id from survey_versions where survey_id = $1)",
    ],
    [
      "delete from questions where survey_version_id in (select id from survey_versions where survey_id = $1)",
    ],
  ])("refuses: %s", async (sql) => {
    const { surveyId, revision } = await createReadyDraft();
    await publishSurvey(owner, { surveyId, revision });
    // Past row-level security and privileges: what refuses is the trigger.
    await expect(querySql(database.superuserUrl, sql, [surveyId])).rejects.toThrow(
      "of a published version never change",
    );
    expect(await listSurveyVersions(owner, surveyId)).toMatchObject([{ number: 1 }]);
  });
});
