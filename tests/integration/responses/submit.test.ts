import { version as uuidVersion } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { findRespondent, type Respondent } from "@/features/invitations/queries/find-respondent";
import { eraseCustomer } from "@/features/people/commands/erase-customer";
import { submitDetails } from "@/features/responses/commands/submit-details";
import { submitScore } from "@/features/responses/commands/submit-score";
import { openAnswerPage } from "@/features/responses/queries/open-answer-page";
import type { SurveyDefinition } from "@/features/surveys/schema";
import { SURVEY_TEMPLATES } from "@/features/surveys/templates";
import { withScope } from "@/server/database";
import { key, makeScope } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import { createEncounter, createInvitation } from "../../factories/encounters";
import { createCustomer } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey, type PublishedSurvey } from "../../factories/surveys";

const database = setUpTestDatabase();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let survey: PublishedSurvey;

const definition: SurveyDefinition = {
  ...SURVEY_TEMPLATES.nps,
  questions: [
    { kind: "score", key: "wait", metric: "csat", text: { en: "Wait?" }, lowLabel: {}, highLabel: {} },
    {
      kind: "choice",
      key: "why",
      isMultiple: true,
      text: { en: "Why?" },
      options: [
        { key: "buy", text: { en: "To buy" } },
        { key: "ask", text: { en: "To ask" } },
      ],
    },
  ],
};

beforeAll(async () => {
  small = await createSmallOrganization();
  survey = await createPublishedSurvey(small.scope, {
    encounterTypeIds: [small.encounterType.id],
    definition,
  });
});

async function invite(
  overrides: Parameters<typeof createInvitation>[3] = {},
  asked: PublishedSurvey = survey,
) {
  const customer = await createCustomer(small.scope);
  const encounter = await createEncounter(
    small.scope,
    { ...small.attribution, segment: "vip" },
    { customerId: customer.id },
  );
  const invitation = await createInvitation(small.scope, encounter, asked, overrides);
  const respondent = (await findRespondent(invitation.token)) as Respondent;
  return { invitation, encounter, respondent };
}

const score = (respondent: Respondent, value: unknown, isEdit = false) =>
  submitScore(respondent.scope, { ...respondent, score: value, language: "en", isEdit });

function details(respondent: Respondent, fields: [string, string][], isEdit = false) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return submitDetails(respondent.scope, { ...respondent, form, language: "sv", isEdit });
}

/** Past row-level security: what is really there for this encounter or, for anonymous answers, in all. */
const responsesOf = (encounterId: string) =>
  querySql(
    database.superuserUrl,
    `select r.*, a.score, a.metric, a.is_main, a.segment as answer_segment
     from responses r join answers a on a.response_id = r.id
     where r.encounter_id = $1 order by a.is_main desc`,
    [encounterId],
  );

const stored = async (respondent: Respondent) =>
  (await openAnswerPage(respondent.token))?.page.response ?? null;

describe("the score", () => {
  test("becomes one response with the encounter's attribution, and answers the invitation", async () => {
    const { respondent, encounter, invitation } = await invite();
    expect(await score(respondent, "9")).toBe("stored");
    const rows = await responsesOf(encounter.id);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      survey_version_id: survey.versionId,
      employee_id: small.employee.id,
      location_id: small.location.id,
      team_id: small.team.id,
      touchpoint_id: small.touchpoint.id,
      encounter_type_id: small.encounterType.id,
      channel: "in_person",
      segment: "vip",
      answer_segment: "vip",
      score: 9,
      metric: "nps",
      is_main: true,
      language: "en",
      completed_at: null,
    });
    const { status, answeredAt } = await withScope(small.scope, (tx) =>
      tx.invitation.findUniqueOrThrow({ where: key(small.scope, invitation.id) }),
    );
    expect(status).toBe("answered");
    expect(answeredAt).toEqual(rows[0]?.answered_at);
  });

  test("200 posts of one token at the same time make one response", async () => {
    const { respondent, encounter } = await invite();
    const posts = Array.from({ length: 200 }, (_, index) => score(respondent, String(index % 11)));
    const outcomes = await Promise.all(posts);
    expect(new Set(outcomes)).toEqual(new Set(["stored"]));
    const rows = await responsesOf(encounter.id);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.score).toBeGreaterThanOrEqual(0);
  });

  test("200 posts of both steps at the same time lose no text", async () => {
    const { respondent, encounter } = await invite();
    await score(respondent, "9");
    const posts = Array.from({ length: 100 }, () => [
      score(respondent, "9"),
      details(respondent, [
        ["comment", "Kiitos"],
        ["q.wait", "5"],
        ["q.why", "ask"],
      ]),
    ]).flat();
    await Promise.all(posts);
    const rows = await responsesOf(encounter.id);
    expect(rows.map((row) => [row.score, row.comment])).toEqual([
      [9, "Kiitos"],
      [5, "Kiitos"],
    ]);
    expect(await stored(respondent)).toMatchObject({ choices: { why: ["ask"] } });
  });

  test("can be changed until the answer is complete, afterwards only by asking to change it", async () => {
    const { respondent, encounter } = await invite();
    await score(respondent, "3");
    expect(await score(respondent, "8")).toBe("stored");
    await details(respondent, [["followUp", "Good"]]);
    expect(await score(respondent, "1")).toBe("kept");
    expect((await stored(respondent))?.score).toBe(8);
    expect(await score(respondent, "2", true)).toBe("stored");
    const rows = await responsesOf(encounter.id);
    expect(rows.map((row) => [row.score, row.follow_up])).toEqual([[2, "Good"]]);
  });

  test.each(["", "11", "-1", "5.5", "abc", null, undefined])(
    "%j is no score and stores nothing",
    async (value) => {
      const { respondent, encounter } = await invite();
      expect(await score(respondent, value)).toBe("invalid");
      expect(await responsesOf(encounter.id)).toHaveLength(0);
    },
  );

  test("an expired invitation takes no answer, and keeps one it has", async () => {
    const { respondent, encounter } = await invite({ expiresAt: new Date(Date.now() - 1) });
    expect(await score(respondent, "9")).toBe("expired");
    expect(await responsesOf(encounter.id)).toHaveLength(0);

    const early = await invite({ expiresAt: new Date(Date.now() + 60_000) });
    await score(early.respondent, "9");
    const scope = makeScope({ ...early.respondent.scope, now: new Date(Date.now() + 61_000) });
    expect(await score({ ...early.respondent, scope }, "1")).toBe("kept");
    expect((await stored(early.respondent))?.score).toBe(9);
  });

  test("an unknown or changed token opens nothing", async () => {
    const { invitation } = await invite();
    const { token } = invitation;
    const changed = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const wrong of [
      changed,
      token.toLowerCase(),
      "",
      "x",
      `${token}'`,
      "../../etc",
      "a".repeat(10_000),
    ]) {
      expect(await findRespondent(wrong)).toBeNull();
    }
  });

  test("a survey with nothing after the score is complete with it", async () => {
    const bare = await createPublishedSurvey(small.scope, {
      encounterTypeIds: [small.encounterType.id],
      definition: {
        ...SURVEY_TEMPLATES.csat,
        followUp: { ...SURVEY_TEMPLATES.csat.followUp, isEnabled: false },
        comment: { ...SURVEY_TEMPLATES.csat.comment, isEnabled: false },
      },
    });
    const { respondent } = await invite({}, bare);
    await score(respondent, "5");
    expect(await stored(respondent)).toMatchObject({ score: 5, isCompleted: true });
  });
});

describe("the second step", () => {
  test("stores texts, extra scores and choices with the response's attribution and day", async () => {
    const { respondent, encounter } = await invite();
    await score(respondent, "9");
    const sent: [string, string][] = [
      ["followUp", "Snabb service"],
      ["comment", "Tack!"],
      ["q.wait", "4"],
      ["q.why", "buy"],
      ["q.why", "ask"],
    ];
    expect(await details(respondent, sent)).toEqual({ status: "stored", problems: [] });
    const [main, extra] = await responsesOf(encounter.id);
    expect(main).toMatchObject({
      follow_up: "Snabb service",
      comment: "Tack!",
      language: "sv",
      is_main: true,
    });
    expect(extra).toMatchObject({ score: 4, metric: "csat", is_main: false, answer_segment: "vip" });
    expect(await stored(respondent)).toEqual({
      score: 9,
      isCompleted: true,
      followUp: "Snabb service",
      comment: "Tack!",
      scores: { wait: 4 },
      choices: { why: ["ask", "buy"] },
    });
  });

  test("sent again from another tab keeps what that one left blank; a change may take it away", async () => {
    const { respondent } = await invite();
    await score(respondent, "9");
    await details(respondent, [
      ["followUp", "first tab"],
      ["q.wait", "4"],
      ["q.why", "buy"],
    ]);
    await details(respondent, [
      ["followUp", ""],
      ["comment", "second tab"],
    ]);
    expect(await stored(respondent)).toMatchObject({
      followUp: "first tab",
      comment: "second tab",
      scores: { wait: 4 },
      choices: { why: ["buy"] },
    });
    await details(
      respondent,
      [
        ["followUp", ""],
        ["comment", "changed"],
      ],
      true,
    );
    expect(await stored(respondent)).toMatchObject({ followUp: null, comment: "changed", choices: {} });
  });

  test("with something off the list, keeps the rest and stays open", async () => {
    const { respondent } = await invite();
    await score(respondent, "9");
    expect(
      await details(respondent, [
        ["q.wait", "6"],
        ["comment", "kept"],
      ]),
    ).toEqual({
      status: "stored",
      problems: ["wait"],
    });
    expect(await stored(respondent)).toMatchObject({ comment: "kept", isCompleted: false, scores: {} });
  });

  test("without a score there is nothing to add to", async () => {
    const { respondent, encounter } = await invite();
    expect(await details(respondent, [["comment", "too early"]])).toEqual({ status: "no-score" });
    expect(await responsesOf(encounter.id)).toHaveLength(0);
  });

  test("opened in time, it can be sent for a day after the survey has closed", async () => {
    const { respondent } = await invite({ expiresAt: new Date(Date.now() + 60_000) });
    await score(respondent, "9");
    const at = (milliseconds: number) => ({
      ...respondent,
      scope: makeScope({ ...respondent.scope, now: new Date(Date.now() + milliseconds) }),
    });
    expect(await details(at(23 * 3600_000), [["comment", "late"]])).toMatchObject({ status: "stored" });
    expect(await details(at(25 * 3600_000), [["comment", "later"]])).toEqual({ status: "expired" });
    expect((await stored(respondent))?.comment).toBe("late");
  });
});

test("a page that is still open brings nothing of an erased person back", async () => {
  const { respondent, encounter } = await invite();
  await score(respondent, "3");
  await details(respondent, [["comment", "I am Maija"]]);
  await eraseCustomer(small.scope, encounter.customerId as string);
  expect(await details(respondent, [["comment", "I am Maija"]], true)).toEqual({ status: "expired" });
  expect(await stored(respondent)).toMatchObject({ score: 3, comment: null });
});

test("an anonymous answer keeps no way back to invitation, encounter or customer", async () => {
  const anonymous = await createPublishedSurvey(small.scope, {
    encounterTypeIds: [small.encounterType.id],
    isAnonymous: true,
  });
  const { respondent, invitation, encounter } = await invite({}, anonymous);
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => score(respondent, "6")));
  expect(new Set(outcomes)).toEqual(new Set(["stored"]));
  expect(await details(respondent, [["comment", "secret"]])).toMatchObject({ status: "stored" });

  const [row] = await querySql(database.superuserUrl, "select * from invitations where id = $1", [
    invitation.id,
  ]);
  expect(row).toMatchObject({ status: "answered", answered_at: null, token_seed: null });
  const responses = await querySql(database.superuserUrl, "select * from responses where survey_id = $1", [
    anonymous.id,
  ]);
  expect(responses).toHaveLength(1);
  expect(responses[0]).toMatchObject({ encounter_id: null, comment: "secret" });
  // Of the time only the day is kept, in the organization's time zone; a v7 id would begin with the millisecond.
  const { time_zone: timeZone } = (
    await querySql(database.superuserUrl, "select time_zone from organizations where id = $1", [
      small.organization.id,
    ])
  )[0] as { time_zone: string };
  const clock = (instant: Date) => instant.toLocaleString("sv", { timeZone });
  expect(clock(responses[0]?.answered_at)).toBe(`${clock(respondent.scope.now).slice(0, 10)} 00:00:00`);
  expect(responses[0]?.completed_at).toEqual(responses[0]?.answered_at);
  expect(uuidVersion(responses[0]?.id)).toBe(4);
  const answers = await querySql(database.superuserUrl, "select * from answers where response_id = $1", [
    responses[0]?.id,
  ]);
  expect(answers.map((answer) => answer.answered_at)).toEqual([responses[0]?.answered_at]);
  // No column of the response holds anything of the invitation, the encounter or the customer.
  const traces = [
    invitation.id,
    encounter.id,
    encounter.customerId,
    Buffer.from(invitation.tokenHash).toString("hex"),
  ];
  const kept = JSON.stringify(responses[0], (_, value) =>
    value?.type === "Buffer" ? Buffer.from(value.data).toString("hex") : value,
  );
  for (const trace of traces) expect(kept).not.toContain(trace);
});

test("a respondent's scope sees the own organization only", async () => {
  const elsewhere = await createSmallOrganization();
  const { respondent } = await invite();
  const foreign = {
    ...respondent,
    scope: makeScope({ ...respondent.scope, organizationId: elsewhere.organization.id }),
  };
  expect((await openAnswerPage(respondent.token))?.scope.organizationId).toBe(small.organization.id);
  expect(await score(foreign, "9")).toBe("unknown");
});

test("texts sent while the person is being erased are not kept, whichever comes first", async () => {
  for (let round = 0; round < 8; round += 1) {
    const { respondent, encounter } = await invite();
    await score(respondent, "4");
    await Promise.all([
      eraseCustomer(small.owner.scope, encounter.customerId as string),
      details(respondent, [["comment", "I am Eve of Main Street"]]),
    ]);
    const rows = await responsesOf(encounter.id);
    expect(rows.map((row) => row.comment)).toEqual([null]);
  }
});
