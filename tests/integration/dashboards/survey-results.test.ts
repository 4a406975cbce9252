import { parse } from "csv-parse/sync";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { openDashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import { getSurveyResults } from "@/features/dashboards/figures/survey-results";
import { openExport } from "@/features/dashboards/sheets/open-export";
import { listAnswerableQuestions } from "@/features/surveys/rules";
import type { ExtraQuestion, SurveyDefinition } from "@/features/surveys/schema";
import { SURVEY_TEMPLATES } from "@/features/surveys/templates";
import type { Prisma } from "@/generated/prisma/client";
import { calculateNps } from "@/metrics/nps";
import { distributionFromScores } from "@/metrics/score-distribution";
import { calculateWilsonInterval } from "@/metrics/wilson-interval";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { writeCsv } from "@/server/sheet";
import { setUpTestDatabase } from "../../database";
import { buildEncounter, buildInvitation, buildResponse } from "../../factories/encounters";
import { createMember, createOrganization } from "../../factories/organization";
import { Random } from "../../factories/random";
import { createPublishedSurvey, type PublishedSurvey } from "../../factories/surveys";
import { createFactWorld, type FactWorld } from "./random-facts";
import { textsIn } from "./texts";

setUpTestDatabase();

const now = new Date("2026-11-15T12:00:00Z");
const slug = "the-organization";

const satisfaction = (key: string, text: string): ExtraQuestion => ({
  kind: "score",
  key,
  metric: "csat",
  text: { en: text },
  lowLabel: { en: "Bad" },
  highLabel: { en: "Good" },
});
const choice = (...options: string[]): ExtraQuestion => ({
  kind: "choice",
  key: "next",
  text: { en: "What next?" },
  isMultiple: true,
  options: options.map((key) => ({ key, text: { en: `Option ${key}` } })),
});
const define = (...questions: ExtraQuestion[]): SurveyDefinition => ({ ...SURVEY_TEMPLATES.nps, questions });
const FIRST = define(
  satisfaction("listening", "Did we listen?"),
  choice("a", "b", "c"),
  satisfaction("old", "Old?"),
);
const SECOND = define(choice("b", "a", "d"), satisfaction("listening", "How well did we listen?"));

/** An answered encounter as the test made it. */
type Fact = {
  version: 0 | 1;
  location: string;
  employee: string;
  at: Date;
  /** By question; one that was not answered is missing. */
  scores: Record<string, number>;
  chosen: string[];
};

let world: FactWorld;
let survey: PublishedSurvey;
const facts: Fact[] = [];
let owner: Scope;

beforeAll(async () => {
  world = await createFactWorld("Europe/Helsinki");
  const { scope } = world.organization;
  const encounterTypeIds = world.encounterTypes.map(({ id }) => id);
  survey = await createPublishedSurvey(scope, { name: "Sales", encounterTypeIds, definition: FIRST });
  const other = await createPublishedSurvey(scope, { encounterTypeIds, definition: FIRST });
  const versions = [survey, await publishSecond(scope)] as const;
  const random = new Random(3);
  for (let index = 0; index < 400; index++) facts.push(randomFact(random));
  await storeAnswers(
    scope,
    facts.map((fact) => ({ fact, survey: versions[fact.version] })),
  );
  // The same questions of another survey are somebody else's.
  await storeAnswers(
    scope,
    Array.from({ length: 50 }, () => ({
      fact: { ...randomFact(random), version: 0 as const },
      survey: other,
    })),
  );
  owner = (await createMember(world.organization, "owner", { now })).scope;
});

async function publishSecond(scope: Scope): Promise<PublishedSurvey> {
  const { organizationId } = scope;
  const versionId = uuidv7();
  const questions = listAnswerableQuestions(SECOND).map((question) => ({
    ...question,
    texts: question.texts as Prisma.InputJsonObject,
    organizationId,
    surveyVersionId: versionId,
    id: uuidv7(),
  }));
  await withScope(scope, async (tx) => {
    await tx.surveyVersion.createMany({
      data: { organizationId, id: versionId, surveyId: survey.id, number: 2, definition: SECOND },
    });
    await tx.question.createMany({ data: questions });
  });
  return { ...survey, versionId, questionIds: Object.fromEntries(questions.map(({ key, id }) => [key, id])) };
}

function randomFact(random: Random): Fact {
  const version = random.chance(0.5) ? 1 : 0;
  const employee = random.pick(world.employees);
  const scores: Record<string, number> = { main: random.integer(0, 10) };
  if (random.chance(0.6)) scores.listening = random.integer(1, 5);
  if (version === 0 && random.chance(0.3)) scores.old = random.integer(1, 5);
  const options = version === 0 ? ["a", "b", "c"] : ["b", "a", "d"];
  const chosen = random.chance(0.7) ? options.filter(() => random.chance(0.5)) : [];
  const at = new Date(now.getTime() - random.integer(1, 200) * 86_400_000);
  return { version, employee: employee.id, location: employee.locationId, at, scores, chosen };
}

async function storeAnswers(scope: Scope, some: { fact: Fact; survey: PublishedSurvey }[]) {
  const rows = some.map(({ fact, survey: asked }) => {
    const encounter = buildEncounter(
      scope,
      {
        touchpointId: world.touchpoints[0]?.id ?? "",
        encounterTypeId: world.encounterTypes[0]?.id ?? "",
        employeeId: fact.employee,
        locationId: fact.location,
      },
      { occurredAt: fact.at },
    );
    const { token } = buildInvitation(encounter, asked, { sendAt: fact.at, sentAt: fact.at });
    const built = buildResponse(encounter, asked, {
      token,
      score: fact.scores.main as number,
      answeredAt: fact.at,
    });
    const questionId = (key: string) => asked.questionIds[key] as string;
    const extras = Object.entries(fact.scores).flatMap(([key, score]) =>
      key === "main"
        ? []
        : [{ ...built.answer, questionId: questionId(key), metric: "csat" as const, isMain: false, score }],
    );
    const { organizationId } = scope;
    const chosen = fact.chosen.map((optionKey) => ({
      organizationId,
      responseId: built.response.id,
      questionId: questionId("next"),
      optionKey,
    }));
    return { encounter, response: built.response, answers: [built.answer, ...extras], chosen };
  });
  await withScope(scope, async (tx) => {
    await tx.encounter.createMany({ data: rows.map((row) => row.encounter) });
    await tx.response.createMany({ data: rows.map((row) => row.response) });
    await tx.answer.createMany({ data: rows.flatMap((row) => row.answers) });
    await tx.chosenOption.createMany({ data: rows.flatMap((row) => row.chosen) });
  });
}

const open = (scope: Scope, raw: Record<string, string> = {}) =>
  openDashboard(scope, { slug, pathname: `/o/${slug}` }, raw);
const results = async (scope: Scope, raw: Record<string, string> = {}) =>
  (await getSurveyResults(await open(scope, raw), survey.id, "en")).questions;

/** Each question's people, scores or options, counted one fact at a time. */
function recount(some: Fact[]) {
  const scoresOf = (key: string) => some.flatMap(({ scores }) => scores[key] ?? []);
  const answered = some.filter(({ chosen }) => chosen.length > 0);
  const chose = (key: string) => answered.filter(({ chosen }) => chosen.includes(key)).length;
  const spread = (key: string, min: number, max: number) => ({
    n: scoresOf(key).length,
    counts: Array.from(
      { length: max - min + 1 },
      (_, index) => scoresOf(key).filter((score) => score === min + index).length,
    ),
  });
  return [
    { id: "main nps", ...spread("main", 0, 10) },
    { id: "next choice", n: answered.length, counts: ["b", "a", "d", "c"].map(chose) },
    { id: "listening csat", ...spread("listening", 1, 5) },
    { id: "old csat", ...spread("old", 1, 5) },
  ];
}

const counted = (questions: Awaited<ReturnType<typeof results>>) =>
  questions.map((question) => ({
    id: question.id,
    n: question.n,
    counts: (question.kind === "score" ? question.shares.scores : question.options).map(({ count }) => count),
  }));

const since = (days: number) => facts.filter(({ at }) => now.getTime() - at.getTime() < days * 86_400_000);

describe("the results of a survey", () => {
  it("count every answer of every version once, by question", async () => {
    expect(counted(await results(owner, { period: "12m" }))).toEqual(recount(facts));
    expect(recount(facts).every(({ counts }) => counts.every((count) => count > 0))).toBe(true);
  });

  it("follow the period and the filters", async () => {
    const recent = recount(since(30));
    expect(recent[0]?.n).toBeGreaterThan(20);
    expect(counted(await results(owner, { period: "30d" }))).toEqual(recent);
    const employee = world.employees[2]?.id ?? "";
    const own = facts.filter((fact) => fact.employee === employee);
    expect(counted(await results(owner, { period: "12m", employee }))).toEqual(recount(own));
  });

  it("give figures with intervals: of scores by their metric, of options among those who answered", async () => {
    const [main, next, listening] = await results(owner, { period: "12m" });
    const scores = facts.map((fact) => fact.scores.main as number);
    expect(main).toMatchObject({ figure: calculateNps(distributionFromScores("nps", scores)) });
    const heard = facts.flatMap((fact) => fact.scores.listening ?? []);
    expect(listening).toMatchObject({
      figure: { key: "csat", value: heard.filter((score) => score >= 4).length / heard.length },
    });
    const answered = facts.filter(({ chosen }) => chosen.length > 0);
    const chose = answered.filter(({ chosen }) => chosen.includes("a")).length;
    expect(next?.kind === "choice" && next.options[1]).toMatchObject({
      text: "Option a",
      value: chose / answered.length,
      interval: calculateWilsonInterval(chose, answered.length),
    });
  });

  it("show the newest words, and what is no longer asked or offered last", async () => {
    const questions = await results(owner);
    expect(questions.map(({ id, text, isAsked, isReworded }) => [id, text, isAsked, isReworded])).toEqual([
      ["main nps", SURVEY_TEMPLATES.nps.main.text.en, true, false],
      ["next choice", "What next?", true, false],
      ["listening csat", "How well did we listen?", true, true],
      ["old csat", "Old?", false, false],
    ]);
    const next = questions[1];
    expect(next?.kind === "choice" && next.options.map(({ key, isOffered }) => [key, isOffered])).toEqual([
      ["b", true],
      ["a", true],
      ["d", true],
      ["c", false],
    ]);
  });

  it("step back when few answered", async () => {
    const questions = await results(owner, { period: "7d", employee: world.employees[0]?.id ?? "" });
    expect(questions.map(({ isTooFew }) => isTooFew)).toEqual(
      recount(since(7).filter(({ employee }) => employee === world.employees[0]?.id)).map(({ n }) => n < 5),
    );
    expect(questions.some(({ isTooFew }) => isTooFew)).toBe(true);
  });

  it("show a limited manager the own locations alone, and a foreign organization nothing", async () => {
    const locationIds = [world.locations[0]?.id ?? ""];
    const manager = (await createMember(world.organization, "manager", { now, locationIds })).scope;
    const own = recount(facts.filter(({ location }) => locationIds.includes(location)));
    expect(own[1]?.n).toBeGreaterThan(0);
    expect(counted(await results(manager, { period: "12m" }))).toEqual(own);

    const foreign = (await createMember(await createOrganization(), "owner", { now })).scope;
    await expect(results(foreign)).rejects.toThrow(NotFoundError);
    await expect(openExportOf(foreign, survey.id)).rejects.toThrow(NotFoundError);
  });
});

async function openExportOf(scope: Scope, surveyId: string) {
  const href = exportHref(await open(scope, { period: "12m" }), "survey-results", { survey: surveyId });
  const { pathname, searchParams } = new URL(href, "http://localhost");
  expect(pathname).toBe(`/o/${slug}/export/survey-results`);
  return openExport(scope, slug, "survey-results", searchParams, textsIn("en"));
}

describe("the CSV of a survey's results", () => {
  it("holds what the page shows", async () => {
    const exported = await openExportOf(owner, survey.id);
    if (!exported) throw new Error("no export");
    const rows = parse(writeCsv(exported.sheet), { bom: true, columns: true }) as Record<string, string>[];
    const expected = recount(facts);
    // NPS and 11 scores; 4 options; CSAT, its mean and 5 scores, twice.
    expect(rows).toHaveLength(12 + 4 + 7 + 7);
    const next = rows.filter((row) => row.Metric === "Choice question");
    expect(next.map((row) => [row.Answers, row["Answered the question"]])).toEqual(
      expected[1]?.counts.map((count) => [String(count), String(expected[1]?.n)]),
    );
    expect(next.at(-1)?.["Figure, score or option"]).toBe("Option c (no longer offered)");
    const heard = rows.filter((row) => row.Question === "How well did we listen?");
    expect(heard.slice(2).map((row) => row.Answers)).toEqual(expected[2]?.counts.map(String));
    expect(heard[0]?.Note).toBe("Wording changed");
    expect(rows.at(-1)?.Note).toBe("No longer asked");
  });

  it("is not for employees, and needs a survey", async () => {
    const employeeId = world.employees[0]?.id;
    const employee = (await createMember(world.organization, "employee", { now, employeeId })).scope;
    expect(await openExportOf(employee, survey.id)).toBeNull();
    expect(await openExportOf(owner, "nonsense")).toBeNull();
  });
});
