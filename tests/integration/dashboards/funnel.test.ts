import { beforeAll, expect, it } from "vitest";
import { rollUp } from "@/features/dashboards/commands/roll-up";
import { countClosedInvitations, countFunnel, listUninvitedReasons } from "@/features/dashboards/funnel";
import { resolvePeriod, resolvePreviousPeriod } from "@/features/dashboards/periods";
import { listGroupOutcomes } from "@/features/dashboards/queries/list-group-outcomes";
import { listOutcomes } from "@/features/dashboards/queries/list-outcomes";
import { DIMENSIONS } from "@/features/dashboards/schema";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createMember } from "../../factories/organization";
import { Random } from "../../factories/random";
import {
  createFactWorld,
  type Fact,
  type FactWorld,
  randomFacts,
  randomFilters,
  storeFacts,
  visibleFacts,
} from "./random-facts";

setUpTestDatabase();

const timeZone = "Europe/Helsinki";
const now = new Date("2026-11-15T12:00:00Z");
const random = new Random(77);
let world: FactWorld;
let scopes: Scope[];

beforeAll(async () => {
  world = await createFactWorld(timeZone);
  const options = { from: new Date("2026-06-01T00:00:00Z"), to: now, now, count: 1200 };
  const facts = randomFacts(world, random, options);
  // Some are in the rollups by now, some were only noted.
  await storeFacts(world, facts.slice(400));
  await rollUp(world.organization.scope);
  await storeFacts(world, facts.slice(0, 400));
  const locationId = world.locations[0]?.id ?? "";
  scopes = [
    (await createMember(world.organization, "owner", { now })).scope,
    (await createMember(world.organization, "manager", { now, locationIds: [locationId] })).scope,
    (await createMember(world.organization, "employee", { now, employeeId: world.employees[1]?.id })).scope,
    (await createMember(world.organization, "consultant", { now })).scope,
  ];
});

/** An encounter counts on the day its invitation was sent; without a sent one, on its own day. */
const belongsTo = (from: Date, to: Date) => (fact: Fact) => {
  const day = fact.sentAt ?? fact.occurredAt;
  return day >= from && day < to;
};

function countOutcomes(facts: Fact[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { outcome } of facts) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return counts;
}

it("counts every encounter once, by what became of it, for both periods and every group", async () => {
  let encounters = 0;
  for (const scope of scopes) {
    for (const choice of ["30d", "90d", { firstDay: "2026-10-25", lastDay: "2026-10-25" }] as const) {
      const filters = choice === "90d" ? {} : randomFilters(world, random);
      const period = resolvePeriod(choice, now, timeZone);
      const previous = resolvePreviousPeriod(period, timeZone);
      const slice = { from: period.from, to: period.to, previousFrom: previous.from, filters };
      const facts = visibleFacts(world, scope, filters);
      const current = facts.filter(belongsTo(slice.from, slice.to));
      encounters += current.length;

      const found = await listOutcomes(scope, slice);
      expect(found.current).toEqual(countOutcomes(current));
      expect(found.previous).toEqual(countOutcomes(facts.filter(belongsTo(previous.from, slice.from))));
      for (const dimension of DIMENSIONS) {
        const expected = new Map<string, Fact[]>();
        for (const fact of current) {
          const value = fact.dimensions[dimension] ?? "";
          expected.set(value, [...(expected.get(value) ?? []), fact]);
        }
        expect(await listGroupOutcomes(scope, slice, dimension), dimension).toEqual(
          new Map(Array.from(expected, ([value, some]) => [value, countOutcomes(some)])),
        );
      }
    }
  }
  expect(encounters).toBeGreaterThan(500);
});

it("makes a funnel in which no step exceeds the one before, and nobody is lost without a reason", async () => {
  const [owner] = scopes as [Scope];
  const period = resolvePeriod("90d", now, timeZone);
  const { current } = await listOutcomes(owner, { ...period, previousFrom: null, filters: {} });
  const counts = countFunnel(current);
  expect(counts.encounters).toBeGreaterThanOrEqual(counts.eligible);
  expect(counts.eligible).toBeGreaterThanOrEqual(counts.invited);
  expect(counts.invited).toBeGreaterThanOrEqual(counts.answered + counts.bounced);
  const reasons = listUninvitedReasons(current).reduce((total, { count }) => total + count, 0);
  expect(counts.encounters - counts.invited).toBe(reasons);
  expect(reasons).toBeGreaterThan(0);
});

it("compares response rates by invitations whose time to answer is over", async () => {
  const [owner] = scopes as [Scope];
  const period = resolvePeriod("30d", now, timeZone);
  const { current } = await listOutcomes(owner, { ...period, previousFrom: null, filters: {} });
  const closed = visibleFacts(world, owner, {})
    .filter(belongsTo(period.from, period.to))
    .filter(({ expiresAt, outcome }) => expiresAt !== null && expiresAt <= now && outcome !== "bounced");
  const answered = closed.filter(({ answer }) => answer !== null).length;
  expect(countClosedInvitations(current)).toEqual({ successes: answered, n: closed.length });
  // Some are open and some closed, or the test would say nothing.
  expect(closed.length).toBeGreaterThan(20);
  expect(current.get("waiting")).toBeGreaterThan(5);
  expect(current.get("answered_early")).toBeGreaterThan(5);
});
