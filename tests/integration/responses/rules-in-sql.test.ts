import { beforeAll, expect, test } from "vitest";
import { findRespondent, type Respondent } from "@/features/invitations/queries/find-respondent";
import { submitScore } from "@/features/responses/commands/submit-score";
import { openAnswerPage } from "@/features/responses/queries/open-answer-page";
import { hasDetails, keptTime } from "@/features/responses/rules";
import type { SurveyDefinition } from "@/features/surveys/schema";
import { SURVEY_TEMPLATES } from "@/features/surveys/templates";
import { querySql, setUpTestDatabase } from "../../database";
import { createEncounter, createInvitation } from "../../factories/encounters";
import { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey } from "../../factories/surveys";

/** The database function submit_score has two rules of src/features/responses/rules.ts once more: they say the same. */
const database = setUpTestDatabase();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
beforeAll(async () => {
  small = await createSmallOrganization();
});

const { ces } = SURVEY_TEMPLATES;
const bare: SurveyDefinition = {
  ...ces,
  followUp: { ...ces.followUp, isEnabled: false },
  comment: { ...ces.comment, isEnabled: false },
  questions: [],
};
test.each<[string, SurveyDefinition]>([
  ["nothing", bare],
  ["a follow-up", { ...bare, followUp: { ...bare.followUp, isEnabled: true } }],
  ["a comment", { ...bare, comment: { ...bare.comment, isEnabled: true } }],
  [
    "a question",
    {
      ...bare,
      questions: [{ kind: "score", key: "wait", metric: "csat", text: {}, lowLabel: {}, highLabel: {} }],
    },
  ],
])("a survey that asks %s after the score", async (_, definition) => {
  const survey = await createPublishedSurvey(small.scope, {
    encounterTypeIds: [small.encounterType.id],
    definition,
  });
  const encounter = await createEncounter(small.scope, small.attribution);
  const { token } = await createInvitation(small.scope, encounter, survey);
  const respondent = (await findRespondent(token)) as Respondent;
  const given = { ...respondent, language: "en", isEdit: false };
  expect(await submitScore(respondent.scope, { ...given, score: "8" })).toBe("invalid");
  expect(await submitScore(respondent.scope, { ...given, score: "7" })).toBe("stored");
  const opened = await openAnswerPage(token);
  expect(opened?.page.response).toMatchObject({ score: 7, isCompleted: !hasDetails(definition) });
});

test("the day that is kept of an anonymous answer", async () => {
  const zones = [
    "Europe/Helsinki",
    "UTC",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "Pacific/Apia",
  ];
  const instants = Array.from(
    { length: 366 * 3 },
    (_, index) => new Date(Date.UTC(2026, 0, 1, index * 8, 59, 59)),
  );
  for (const zone of zones) {
    const rows = await querySql<{ kept: Date }>(
      database.superuserUrl,
      "select date_trunc('day', at, $2) as kept from unnest($1::timestamptz[]) with ordinality as t(at, n) order by n",
      [instants, zone],
    );
    expect(rows.map((row) => row.kept.toISOString())).toEqual(
      instants.map((instant) => keptTime(instant, zone, true).toISOString()),
    );
  }
});
