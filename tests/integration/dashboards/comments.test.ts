import { beforeAll, expect, it } from "vitest";
import { HIGHLIGHT_START, HIGHLIGHT_STOP, splitHighlights } from "@/features/dashboards/highlight";
import { listComments } from "@/features/dashboards/queries/list-comments";
import type { CommentFilters, Slice } from "@/features/dashboards/schema";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createAnsweredEncounter } from "../../factories/encounters";
import { createMember } from "../../factories/organization";
import { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey } from "../../factories/surveys";

setUpTestDatabase();

const at = (day: number) => new Date(Date.UTC(2026, 10, day, 12));
const slice: Slice = { from: at(1), to: at(30), previousFrom: null, filters: {} };
const everything: CommentFilters = { query: "", metric: null, band: null, score: null };
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let owner: Scope;

type Written = {
  score: number;
  day: number;
  language?: string;
  comment?: string;
  followUp?: string;
  csat?: boolean;
  elsewhere?: boolean;
};
const written: Written[] = [
  { score: 9, day: 2, language: "fi", comment: "Palvelu oli hyvää ja jono lyhyt." },
  { score: 2, day: 3, language: "fi", comment: "Odotin palvelua tunnin, jonossa oli kaksikymmentä ihmistä." },
  { score: 7, day: 4, language: "sv", comment: "Jag fick vänta länge på betjäningen." },
  { score: 10, day: 5, language: "en", followUp: "Waiting was no problem, the queues were short." },
  { score: 5, day: 6, csat: true, language: "en", comment: "<script>alert('x')</script> great & fast" },
  {
    score: 1,
    day: 7,
    csat: true,
    language: "fi",
    comment: `${HIGHLIGHT_START}huijaus${HIGHLIGHT_STOP} palvelussa`,
    elsewhere: true,
  },
  { score: 8, day: 8 },
];

beforeAll(async () => {
  small = await createSmallOrganization();
  owner = small.owner.scope;
  const csat = await createPublishedSurvey(small.scope, {
    metric: "csat",
    encounterTypeIds: [small.encounterType.id],
  });
  const elsewhere = {
    ...small.attribution,
    employeeId: small.otherEmployee.id,
    locationId: small.otherLocation.id,
    teamId: null,
  };
  for (const { day, csat: isCsat, elsewhere: isElsewhere, ...texts } of written) {
    await createAnsweredEncounter(
      small.scope,
      isElsewhere ? elsewhere : small.attribution,
      isCsat ? csat : small.survey,
      { ...texts, answeredAt: at(day) },
    );
  }
});

const days = async (scope: Scope, filters: Partial<CommentFilters> = {}, some: Partial<Slice> = {}) =>
  (await listComments(scope, { ...slice, ...some }, { ...everything, ...filters }, 1)).rows.map((row) =>
    row.answeredAt.getUTCDate(),
  );

it("lists what has words in it, latest first", async () => {
  expect(await days(owner)).toEqual([7, 6, 5, 4, 3, 2]);
});

it.each<[string, string, number[]]>([
  ["a Finnish word in any form", "palvelu", [7, 3, 2]],
  ["another form of it", "palvelua", [7, 3, 2]],
  ["Finnish plural and case", "jonot", [3, 2]],
  ["a Swedish word in any form", "vänta", [4]],
  ["an English word in any form, also in the follow-up", "queue", [5]],
  ["an English verb", "wait", [5]],
  ["all words", "palvelu jono", [3, 2]],
  ["one without another", "palvelu -hyvä", [7, 3]],
  ["either", "wait or vänta", [5, 4]],
  ["an exact phrase", '"great fast"', [6]],
  ["nothing", "zzz", []],
  ["what tsquery itself would choke on", "a & | ! ( ' \\ :*", []],
])("finds %s", async (_name, query, expected) => {
  expect(await days(owner, { query })).toEqual(expected);
});

it("narrows by metric, band across metrics, and exact score", async () => {
  expect(await days(owner, { metric: "csat" })).toEqual([7, 6]);
  expect(await days(owner, { band: "high" })).toEqual([6, 5, 2]);
  expect(await days(owner, { band: "middle" })).toEqual([4]);
  expect(await days(owner, { band: "low" })).toEqual([7, 3]);
  expect(await days(owner, { band: "low", metric: "nps" })).toEqual([3]);
  expect(await days(owner, { metric: "nps", score: 10 })).toEqual([5]);
});

it("stays within period, filters and the scope's limits", async () => {
  expect(await days(owner, {}, { from: at(4), to: at(6) })).toEqual([5, 4]);
  expect(await days(owner, {}, { filters: { location: small.otherLocation.id } })).toEqual([7]);
  expect(await days(small.localManager.scope)).toEqual([6, 5, 4, 3, 2]);
  expect(await days(small.employeeMember.scope)).toEqual([6, 5, 4, 3, 2]);
  const other = await createMember(small.organization, "employee", { employeeId: small.otherEmployee.id });
  expect(await days(other.scope)).toEqual([7]);
  expect(await days(small.consultant.scope)).toEqual([]);
  expect(await days((await createSmallOrganization()).owner.scope)).toEqual([]);
});

it("marks the words found and nothing else, and touches no character of the text", async () => {
  const { rows } = await listComments(owner, slice, { ...everything, query: "great" }, 1);
  expect(splitHighlights(rows[0]?.comment ?? "")).toEqual([
    { text: "<script>alert('x')</script> ", isHit: false },
    { text: "great", isHit: true },
    { text: " & fast", isHit: false },
  ]);
  const forged = await listComments(owner, slice, { ...everything, query: "palvelu" }, 1);
  expect(splitHighlights(forged.rows[0]?.comment ?? "")).toEqual([
    { text: "huijaus ", isHit: false },
    { text: "palvelussa", isHit: true },
  ]);
});

it("pages, and shows the first page when asked for one beyond the last", async () => {
  const page = (number: number) => listComments(owner, slice, everything, number, 4);
  expect((await page(1)).rows).toHaveLength(4);
  expect(await page(2)).toMatchObject({ total: 6, page: 2, pageSize: 4 });
  expect((await page(2)).rows.map((row) => row.answeredAt.getUTCDate())).toEqual([3, 2]);
  expect(await page(9)).toEqual(await page(1));
});

it("names neither employee nor time of an anonymous comment, and shows it by person or segment only among enough", async () => {
  const fresh = await createSmallOrganization();
  const survey = await createPublishedSurvey(fresh.scope, {
    encounterTypeIds: [fresh.encounterType.id],
    isAnonymous: true,
  });
  const answer = (comment?: string) =>
    createAnsweredEncounter(fresh.scope, { ...fresh.attribution, segment: "vip" }, survey, {
      score: 2,
      comment,
      answeredAt: at(9),
    });
  const listed = async (scope: Scope, filters: Slice["filters"] = {}) =>
    (await listComments(scope, { ...slice, filters }, everything, 1)).rows;
  await answer("Unfriendly");
  await createAnsweredEncounter(fresh.scope, { ...fresh.attribution, segment: "vip" }, fresh.survey, {
    score: 9,
    comment: "Named",
    answeredAt: at(10),
  });
  const { scope } = fresh.owner;
  expect(await listed(scope)).toMatchObject([
    { comment: "Named", isAnonymous: false, employeeId: fresh.employee.id },
    { comment: "Unfriendly", isAnonymous: true, employeeId: null },
  ]);
  const narrowed = async () => [
    await listed(scope, { employee: fresh.employee.id }),
    await listed(scope, { segment: "vip" }),
    await listed(scope, { encounterType: fresh.encounterType.id }),
    await listed(fresh.employeeMember.scope),
  ];
  // The organization's figures need five; silent answers count, other people's do not.
  for (const _ of [1, 2, 3]) await answer();
  await createAnsweredEncounter(
    fresh.scope,
    { ...fresh.attribution, employeeId: fresh.otherEmployee.id, segment: "other", teamId: null },
    survey,
    { score: 5, answeredAt: at(9) },
  );
  for (const rows of [(await narrowed())[0], (await narrowed())[1], (await narrowed())[3]]) {
    expect(rows?.map((row) => row.comment)).toEqual(["Named"]);
  }
  await answer();
  for (const rows of await narrowed()) {
    expect(rows.map((row) => row.comment)).toEqual(["Named", "Unfriendly"]);
    expect(rows[1]?.employeeId).toBeNull();
  }
});
