import { beforeAll, describe, expect, it } from "vitest";
import { openDashboard } from "@/features/dashboards/dashboard";
import { listHeadlines } from "@/features/dashboards/figures/headlines";
import { getOrganizationMean } from "@/features/dashboards/figures/organization-mean";
import { resolvePeriod } from "@/features/dashboards/periods";
import { findDataState } from "@/features/dashboards/queries/find-data-state";
import { getOrganizationDistribution } from "@/features/dashboards/queries/get-organization-distribution";
import { listAnsweredMetrics } from "@/features/dashboards/queries/list-answered-metrics";
import { listGroupDistributions } from "@/features/dashboards/queries/list-group-distributions";
import { listGroupMetrics } from "@/features/dashboards/queries/list-group-metrics";
import { listGroupOutcomes } from "@/features/dashboards/queries/list-group-outcomes";
import { listMetricDistributions } from "@/features/dashboards/queries/list-metric-distributions";
import { listMixDistributions } from "@/features/dashboards/queries/list-mix-distributions";
import { listOutcomes } from "@/features/dashboards/queries/list-outcomes";
import { listSurveyedMetrics } from "@/features/dashboards/queries/list-surveyed-metrics";
import { listTrendDistributions } from "@/features/dashboards/queries/list-trend-distributions";
import type { Slice } from "@/features/dashboards/schema";
import { countAnswers } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import { ForbiddenError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createMember, createOrganization } from "../../factories/organization";
import { createEmployee, createLocation } from "../../factories/people";
import { Random } from "../../factories/random";
import {
  countScores,
  createFactWorld,
  type FactWorld,
  randomFacts,
  storeFacts,
  visibleFacts,
} from "./random-facts";

setUpTestDatabase();

const now = new Date("2026-11-15T12:00:00Z");
const timeZone = "Europe/Helsinki";
const { from, to } = resolvePeriod("12m", now, timeZone);
const slice: Slice = { from, to, previousFrom: null, filters: {} };
const address = { slug: "x", pathname: "/o/x" };
let world: FactWorld;
let owner: Scope;

beforeAll(async () => {
  world = await createFactWorld(timeZone);
  const options = { from: new Date("2026-05-01T00:00:00Z"), to: now, now, count: 800 };
  await storeFacts(world, randomFacts(world, new Random(11), options));
  owner = (await createMember(world.organization, "owner", { now })).scope;
});

const firstLocation = () => world.locations[0]?.id ?? "";
const localManager = async (locationIds = [firstLocation()]) =>
  (await createMember(world.organization, "manager", { now, locationIds })).scope;
const employeeScope = async (index: number) =>
  (await createMember(world.organization, "employee", { now, employeeId: world.employees[index]?.id })).scope;

/** Every query that gives figures, as how many rows or answers it lets a scope see. */
const QUERIES: Record<string, (scope: Scope, some?: Slice) => Promise<number>> = {
  listMetricDistributions: async (scope, some = slice) =>
    [...(await listMetricDistributions(scope, some)).values()].reduce(
      (sum, { current }) => sum + countAnswers(current),
      0,
    ),
  listGroupDistributions: async (scope, some = slice) =>
    [...(await listGroupDistributions(scope, some, "nps", "touchpoint")).values()].reduce(
      (sum, { current }) => sum + countAnswers(current),
      0,
    ),
  listTrendDistributions: async (scope, some = slice) =>
    [...(await listTrendDistributions(scope, some, "nps", "month")).values()].reduce(
      (sum, distribution) => sum + countAnswers(distribution),
      0,
    ),
  listMixDistributions: async (scope, some = slice) =>
    (await listMixDistributions(scope, some, "nps")).everybody.reduce(
      (sum, { distribution }) => sum + countAnswers(distribution),
      0,
    ),
  listAnsweredMetrics: async (scope, some = slice) => (await listAnsweredMetrics(scope, some)).length,
  listGroupMetrics: async (scope, some = slice) => (await listGroupMetrics(scope, some, "employee")).size,
  listOutcomes: async (scope, some = slice) =>
    [...(await listOutcomes(scope, some)).current.values()].reduce((sum, count) => sum + count, 0),
  listGroupOutcomes: async (scope, some = slice) => (await listGroupOutcomes(scope, some, "employee")).size,
};

describe.each(Object.entries(QUERIES))("%s", (_name, query) => {
  it("gives a foreign organization, a consultant and a manager of no location nothing", async () => {
    const foreign = (await createMember(await createOrganization(), "owner", { now })).scope;
    const consultant = (await createMember(world.organization, "consultant", { now })).scope;
    expect(await query(owner)).toBeGreaterThan(0);
    expect(await query(foreign)).toBe(0);
    expect(await query(consultant)).toBe(0);
    expect(await query(await localManager([]))).toBe(0);
  });

  it("gives a manager no other location, also not when asked for it", async () => {
    const manager = await localManager();
    const elsewhere = { ...slice, filters: { location: world.locations[1]?.id } };
    expect(await query(owner, elsewhere)).toBeGreaterThan(0);
    expect(await query(manager, elsewhere)).toBe(0);
    const own = { ...slice, filters: { location: firstLocation() } };
    expect(await query(manager)).toBe(await query(owner, own));
  });

  it("gives an employee the own encounters, also when asked for a colleague's", async () => {
    const employee = await employeeScope(0);
    const colleague = { ...slice, filters: { employee: world.employees[1]?.id } };
    expect(await query(owner, colleague)).toBeGreaterThan(0);
    expect(await query(employee, colleague)).toBe(0);
    const own = { ...slice, filters: { employee: world.employees[0]?.id } };
    expect(await query(employee)).toBe(await query(owner, own));
    const nobody = (await createMember(world.organization, "employee", { now })).scope;
    expect(await query(nobody)).toBe(0);
  });
});

describe("an employee", () => {
  it("sees the organization's mean over everybody, whatever is filtered", async () => {
    const employee = await employeeScope(0);
    const query = { touchpoint: world.touchpoints[0]?.id ?? "", metric: "nps", period: "12m" };
    const dashboard = await openDashboard(employee, address, query);
    const mean = await getOrganizationMean(dashboard);
    const everybody = visibleFacts(world, owner, {}).filter(({ answer }) => answer?.metric === "nps");
    expect(mean?.n).toBe(everybody.length);
    const own = (await listHeadlines(dashboard)).find(({ metric }) => metric === "nps");
    const ownFacts = visibleFacts(world, employee, { touchpoint: query.touchpoint });
    expect(own?.figure.n).toBe(ownFacts.filter(({ answer }) => answer?.metric === "nps").length);
  });

  it("gets no names of colleagues or locations, and no way to narrow the mean down to one of them", async () => {
    const employee = await employeeScope(0);
    const dashboard = await openDashboard(employee, address, {
      employee: world.employees[1]?.id,
      location: firstLocation(),
      segment: "Business",
      from: "2026-10-01",
      to: "2026-10-01",
    });
    expect(dashboard.choices).toMatchObject({ employees: [], locations: [], segments: [] });
    expect(dashboard.parameters).toMatchObject({ filters: {}, period: "90d" });
    expect(dashboard.ignored.toSorted()).toEqual(["employee", "location", "period", "segment"]);
  });

  it("sees no mean that would be about fewer than three colleagues", async () => {
    const small = await createFactWorld(timeZone);
    small.employees.splice(3);
    const options = { from: new Date("2026-09-01T00:00:00Z"), to: now, now, count: 120 };
    await storeFacts(small, randomFacts(small, new Random(3), options));
    const employeeId = small.employees[0]?.id;
    const { scope } = await createMember(small.organization, "employee", { now, employeeId });
    const dashboard = await openDashboard(scope, address, { metric: "nps" });
    const { otherEmployees } = await getOrganizationDistribution(scope, dashboard.slice, "nps");
    expect(otherEmployees).toBe(2);
    expect(await getOrganizationMean(dashboard)).toBeNull();
  });

  it("is the only one who may ask for that mean: it knows no limits", async () => {
    await expect(getOrganizationDistribution(await localManager(), slice, "nps")).rejects.toThrow(
      ForbiddenError,
    );
  });
});

describe("a manager of some locations", () => {
  it("chooses among the own locations and their employees, those who moved away included", async () => {
    const manager = await localManager();
    const elsewhere = world.locations[1]?.id ?? "";
    const { choices } = await openDashboard(manager, address, {});
    expect(choices.locations.map(({ id }) => id)).toEqual([firstLocation()]);
    const seen = new Set(visibleFacts(world, manager, {}).map(({ dimensions }) => dimensions.employee));
    expect(new Set(choices.employees.map(({ id }) => id))).toEqual(
      new Set([
        ...seen,
        ...world.employees.filter((one) => one.locationId === firstLocation()).map(({ id }) => id),
      ]),
    );
    const stranger = await createEmployee(world.organization.scope, { locationId: elsewhere });
    await expect(openDashboard(manager, address, {}, { employee: stranger.id })).rejects.toThrow(
      NotFoundError,
    );
    await expect(openDashboard(manager, address, {}, { location: elsewhere })).rejects.toThrow(NotFoundError);
  });

  it("is told that a foreign location was ignored, and sees no figure of it", async () => {
    const manager = await localManager();
    const dashboard = await openDashboard(manager, address, {
      location: world.locations[1]?.id,
      period: "12m",
    });
    expect(dashboard.ignored).toEqual(["location"]);
    const facts = visibleFacts(world, manager, {}).filter(({ answer }) => answer?.metric === "nps");
    const nps = (await listMetricDistributions(manager, dashboard.slice)).get("nps");
    expect(countAnswers(nps?.current ?? { metric: "nps", counts: [] })).toBe(
      Object.values(countScores(facts)).reduce((sum, count) => sum + count, 0),
    );
  });
});

it("knows how far an organization has come, within what the scope sees", async () => {
  expect(await findDataState(owner)).toEqual({
    hasEncounters: true,
    hasPublishedSurvey: true,
    hasAnswers: true,
  });
  const foreign = (await createMember(await createOrganization(), "owner", { now })).scope;
  const nothing = { hasEncounters: false, hasPublishedSurvey: false, hasAnswers: false };
  expect(await findDataState(foreign)).toEqual(nothing);
  expect(await findDataState(await localManager([]))).toEqual({ ...nothing, hasPublishedSurvey: true });
  expect((await listSurveyedMetrics(owner)).toSorted()).toEqual(["ces", "csat", "nps"]);
  expect(await listSurveyedMetrics(foreign)).toEqual([]);
});

it("counts a region with the locations below it, wherever they are in the tree", async () => {
  const { scope } = world.organization;
  const [first, second, third] = world.locations.map(({ id }) => id) as [string, string, string];
  const region = (await createLocation(scope)).id;
  await withScope(scope, async (tx) => {
    await tx.location.update({ where: key(scope, first), data: { parentId: region }, select: { id: true } });
    await tx.location.update({ where: key(scope, second), data: { parentId: first }, select: { id: true } });
  });
  const count = async (who: Scope, location: string) =>
    (await openDashboard(who, address, { location, period: "12m" })).slice.filters.location === location
      ? QUERIES.listOutcomes?.(who, { ...slice, filters: { location } })
      : null;
  const facts = visibleFacts(world, owner, {});
  const at = (...places: string[]) =>
    facts.filter(({ dimensions }) => places.includes(dimensions.location)).length;
  expect(await count(owner, region)).toBe(at(first, second));
  expect(await count(owner, first)).toBe(at(first, second));
  expect(await count(owner, second)).toBe(at(second));
  expect(await count(owner, third)).toBe(at(third));
  // A manager of the region alone was not given what is below it.
  expect(await count(await localManager([region]), region)).toBe(0);
  expect(await count(await localManager([region, second]), region)).toBe(at(second));
});
