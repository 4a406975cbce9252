import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RaterGroup } from "@/features/evaluation-cycles/schema";
import { declineRating } from "@/features/evaluation-ratings/commands/decline-rating";
import { saveAnswers } from "@/features/evaluation-ratings/commands/save-answers";
import { sendRating } from "@/features/evaluation-ratings/commands/send-rating";
import { getOwnAnswers } from "@/features/evaluation-ratings/queries/get-own-answers";
import { getRaterPage } from "@/features/evaluation-ratings/queries/get-rater-page";
import { openRaterLink } from "@/features/evaluation-ratings/queries/open-rater-link";
import { eraseCustomer } from "@/features/people/commands/erase-customer";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, makeScope } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import { createCycle, createRating, createSubject, type TestCycle } from "../../factories/evaluations";
import { createCustomer, createEmployee } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";

const database = setUpTestDatabase();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let cycle: TestCycle;
let subject: { id: string; cycle: TestCycle };
let rating: { raterId: string; ratingId: string };

beforeAll(async () => {
  small = await createSmallOrganization();
});
beforeEach(async () => {
  cycle = await createCycle(small.scope, {});
  subject = await createSubject(small.scope, cycle, { employeeId: small.attribution.employeeId });
  rating = await rate("peer");
});

async function rate(
  group: RaterGroup,
  overrides: Partial<Parameters<typeof createRating>[2]> = {},
  of = subject,
) {
  const made = await createRating(small.scope, of, { group, status: "approved", ...overrides });
  return { raterId: made.raterId, ratingId: made.id, token: made.token as string };
}
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const everything = () =>
  form({ "a.p1": "4", "a.p2": "x", "a.c1": "5", "a.c2": "1", "t.more": " Ask more. " });
const save = (fields: FormData | Record<string, string>) =>
  saveAnswers(small.scope, rating, fields instanceof FormData ? fields : form(fields));
const answers = () => getOwnAnswers(small.scope, rating.raterId, rating.ratingId);
const change = (data: object) =>
  withScope(small.scope, (tx) =>
    tx.evaluationCycle.update({ where: key(small.scope, cycle.id), data, select: { id: true } }),
  );
const storedStatus = async () => {
  const [row] = await querySql<{ status: string; decline_reason: string | null; answers: number }>(
    database.superuserUrl,
    `select status, decline_reason,
       (select count(*)::int from evaluation_answers a where a.rating_id = r.id) as answers
       from evaluation_ratings r where id = '${rating.ratingId}'`,
  );
  return row;
};

describe("saving", () => {
  test("keeps what is given, replaces it later, and touches nothing that is not named", async () => {
    expect(await save({ "a.p1": "2", "t.more": "Listen" })).toEqual({ status: "saved", cut: [] });
    await save({ "a.p1": "x", "a.p2": "5" });
    expect(await answers()).toEqual({ points: { p1: null, p2: 5 }, texts: { more: "Listen" } });
    await save({ "t.more": " " });
    expect(await answers()).toEqual({ points: { p1: null, p2: 5 }, texts: {} });
  });
  test("ignores what is not asked or not on the scale", async () => {
    await save({ "a.p1": "6", "a.p2": "0", "a.c1": "2.5", "a.zz": "3", "t.zz": "?", "a.c2": "" });
    expect(await answers()).toEqual({ points: {}, texts: {} });
  });
  test("keeps the beginning of a text that is too long, and says so", async () => {
    expect(await save({ "t.more": "x".repeat(6000) })).toEqual({ status: "saved", cut: ["more"] });
    expect((await answers()).texts.more).toHaveLength(5000);
  });
  test("of many requests at once leaves one answer to each item", async () => {
    await Promise.all([1, 2, 3, 4, 5].map((point) => save({ "a.p1": String(point) })));
    expect((await storedStatus())?.answers).toBe(1);
  });
});

describe("sending", () => {
  test("takes every item, once and for good", async () => {
    await save({ "a.p1": "4", "a.p2": "3", "a.c1": "2" });
    expect(await sendRating(small.scope, rating)).toBe("missing");
    await save(everything());
    expect(await Promise.all([1, 2, 3].map(() => sendRating(small.scope, rating)))).toEqual(
      Array(3).fill("sent"),
    );
    expect(await save({ "a.p1": "1" })).toEqual({ status: "closed" });
    expect(await declineRating(small.scope, rating, "late")).toBe("closed");
    expect(await storedStatus()).toEqual({ status: "submitted", decline_reason: null, answers: 5 });
    await expect(answers()).rejects.toThrow(NotFoundError);
  });
  test("leaves no time and no line of activity anywhere", async () => {
    const count = () => querySql(database.superuserUrl, "select count(*)::int as n from activity_events");
    const before = await count();
    await save(everything());
    await sendRating(small.scope, rating);
    expect(await count()).toEqual(before);
    const times = await querySql<{ name: string }>(
      database.superuserUrl,
      `select table_name || '.' || column_name as name from information_schema.columns
        where table_name in ('evaluation_ratings', 'evaluation_answers')
          and (data_type like 'timestamp%' or data_type = 'date')`,
    );
    expect(times.map(({ name }) => name)).toEqual(["evaluation_ratings.withdrawn_at"]);
  });
});

test("declining destroys what was answered and keeps the reason", async () => {
  await save(everything());
  expect(await declineRating(small.scope, rating, `  ${"no ".repeat(400)}`)).toBe("declined");
  const stored = await storedStatus();
  expect(stored).toMatchObject({ status: "declined", answers: 0 });
  expect(stored?.decline_reason).toHaveLength(500);
  expect(await save({ "a.p1": "1" })).toEqual({ status: "closed" });
  const page = await getRaterPage(small.scope, rating.raterId);
  expect(page.tasks.map(({ state }) => state)).toEqual(["declined"]);
});

describe("nothing is taken", () => {
  const closes: [string, () => Promise<unknown>][] = [
    ["when the cycle is closed", () => change({ status: "closed", closedAt: new Date() })],
    ["when the cycle is cancelled", () => change({ status: "cancelled", cancelledAt: new Date() })],
    [
      "after the last day",
      () => change({ opensOn: new Date("2020-01-01"), closesOn: new Date("2020-01-02") }),
    ],
    [
      "from a rater taken off the list",
      () =>
        withScope(small.scope, (tx) =>
          tx.evaluationRating.update({
            where: key(small.scope, rating.ratingId),
            data: { withdrawnAt: new Date() },
            select: { id: true },
          }),
        ),
    ],
    [
      "about a subject who left the cycle",
      () =>
        withScope(small.scope, (tx) =>
          tx.evaluationSubject.update({
            where: key(small.scope, subject.id),
            data: { removedAt: new Date() },
            select: { id: true },
          }),
        ),
    ],
  ];
  test.each(closes)("%s", async (_, close) => {
    await save({ "a.p1": "3" });
    await close();
    expect(await save(everything())).toEqual({ status: "closed" });
    expect(await sendRating(small.scope, rating)).toBe("closed");
    expect(await declineRating(small.scope, rating, null)).toBe("closed");
    expect(await storedStatus()).toMatchObject({ status: "approved", answers: 1 });
    expect((await getRaterPage(small.scope, rating.raterId)).tasks).toEqual([]);
  });
  test("from an employee who left the organization", async () => {
    const employee = await createEmployee(small.scope, { locationId: small.attribution.locationId });
    rating = await rate("peer", { employeeId: employee.id });
    expect((await getRaterPage(small.scope, rating.raterId)).tasks).toHaveLength(1);
    await querySql(
      database.superuserUrl,
      `update employees set archived_at = now() where id = '${employee.id}'`,
    );
    expect(await save(everything())).toEqual({ status: "closed" });
    expect(await getRaterPage(small.scope, rating.raterId)).toMatchObject({ state: "open", tasks: [] });
  });
  test("from a customer who was erased, whose link opens nothing; what was not sent, and words, are gone", async () => {
    const customer = await createCustomer(small.scope);
    const made = await rate("customer", { customerId: customer.id });
    const other = await createSubject(small.scope, cycle, {
      employeeId: (await createEmployee(small.scope, { locationId: small.attribution.locationId })).id,
    });
    rating = await rate("customer", { raterId: made.raterId }, other);
    await save(everything());
    await sendRating(small.scope, rating);
    const sent = rating;
    rating = made;
    await save(everything());
    expect(await openRaterLink(made.token)).not.toBeNull();
    await eraseCustomer(small.scope, customer.id);
    expect(await save(everything())).toEqual({ status: "closed" });
    expect(await openRaterLink(made.token)).toBeNull();
    expect(await storedStatus()).toMatchObject({ status: "approved", answers: 0 });
    rating = sent;
    expect(await storedStatus()).toMatchObject({ status: "submitted", answers: 4 });
  });
  test("from a customer who was asked by the address alone, and was erased", async () => {
    const customer = await createCustomer(small.scope, { email: "Anni@Asiakas.test" });
    const made = await rate("customer", { email: "anni@asiakas.test" });
    rating = made;
    await save(everything());
    await eraseCustomer(small.scope, customer.id);
    expect(await openRaterLink(made.token)).toBeNull();
    expect(await storedStatus()).toMatchObject({ status: "approved", answers: 0 });
  });
  test("while a customer is being erased", async () => {
    const customer = await createCustomer(small.scope);
    rating = await rate("customer", { customerId: customer.id });
    await Promise.all([
      ...Array.from({ length: 5 }, () => save(everything())),
      eraseCustomer(small.scope, customer.id),
    ]);
    expect((await storedStatus())?.answers).toBe(0);
  });
  test("about a rating of somebody else", async () => {
    const other = await rate("peer");
    await expect(
      saveAnswers(small.scope, { ...rating, raterId: other.raterId }, everything()),
    ).rejects.toThrow(NotFoundError);
    await expect(getOwnAnswers(small.scope, other.raterId, rating.ratingId)).rejects.toThrow(NotFoundError);
  });
});

test("cancelling waits for an answer that is being saved, and none comes in afterwards", async () => {
  const cancel = () =>
    withScope(small.scope, async (tx) => {
      await tx.evaluationCycle.update({
        where: key(small.scope, cycle.id),
        data: { status: "cancelled", cancelledAt: new Date() },
        select: { id: true },
      });
      await tx.$queryRaw`select set_config('app.releases_reports', 'on', true)`;
      await tx.evaluationAnswer.deleteMany({ where: { rating: { subject: { cycleId: cycle.id } } } });
    });
  await Promise.all([...Array.from({ length: 5 }, () => save(everything())), cancel()]);
  expect((await storedStatus())?.answers).toBe(0);
});

describe("the list", () => {
  test("shows whom one is asked about and how far one is, oneself first; proposals and refusals not", async () => {
    const { raterId } = await rate("self");
    const tasks: string[] = [];
    for (const [name, status] of [
      ["Bertta", "submitted"],
      ["Aada", "approved"],
      ["Cecilia", "proposed"],
      ["Daniela", "refused"],
    ] as const) {
      const { id } = await createEmployee(small.scope, { name, locationId: small.attribution.locationId });
      const other = await createSubject(small.scope, cycle, { employeeId: id });
      const answered: Record<string, number> = status === "approved" ? { p1: 3 } : {};
      tasks.push((await rate("peer", { raterId, status, answers: answered }, other)).ratingId);
    }
    const page = await getRaterPage(small.scope, raterId);
    expect(page.tasks.map(({ subject: { name }, state }) => [name, state]).slice(1)).toEqual([
      ["Aada", "begun"],
      ["Bertta", "sent"],
    ]);
    expect(page.tasks[0]).toMatchObject({ group: "self", state: "open" });
    expect(page.languages).toEqual(["fi", "en"]);
  });
  test("says why there is nothing to do", async () => {
    const stateOf = async () => (await getRaterPage(small.scope, rating.raterId)).state;
    expect(await stateOf()).toBe("open");
    await change({ status: "closed", closedAt: new Date() });
    expect(await stateOf()).toBe("closed");
    await change({ status: "cancelled", closedAt: null, cancelledAt: new Date() });
    expect(await stateOf()).toBe("cancelled");
  });
  test("ends with the last day on the organization's clock", async () => {
    await change({ closesOn: new Date("2026-05-01"), opensOn: new Date("2026-04-01") });
    const stateAt = async (instant: string) =>
      (await getRaterPage(makeScope({ ...small.scope, now: new Date(instant) }), rating.raterId)).state;
    expect(await stateAt("2026-05-01T20:59:00Z")).toBe("open");
    expect(await stateAt("2026-05-01T21:01:00Z")).toBe("closed");
  });
});
