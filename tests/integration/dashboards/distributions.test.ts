import { beforeAll, describe, expect, it } from "vitest";
import { rollUp } from "@/features/dashboards/commands/roll-up";
import { listBuckets, resolvePeriod, resolvePreviousPeriod } from "@/features/dashboards/periods";
import { listAnsweredMetrics } from "@/features/dashboards/queries/list-answered-metrics";
import { listGroupDistributions } from "@/features/dashboards/queries/list-group-distributions";
import { listGroupMetrics } from "@/features/dashboards/queries/list-group-metrics";
import { listMetricDistributions } from "@/features/dashboards/queries/list-metric-distributions";
import { listMixDistributions } from "@/features/dashboards/queries/list-mix-distributions";
import { listTrendDistributions } from "@/features/dashboards/queries/list-trend-distributions";
import { DIMENSIONS, type DimensionFilters, type Slice } from "@/features/dashboards/schema";
import {
  countAnswers,
  listScores,
  METRIC_SCALES,
  type MetricKey,
  type ScoreDistribution,
} from "@/metrics/score-distribution";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createMember } from "../../factories/organization";
import { Random } from "../../factories/random";
import {
  countScores,
  createFactWorld,
  type Fact,
  type FactWorld,
  localDay,
  randomFacts,
  randomFilters,
  startOfBucket,
  storeFacts,
  visibleFacts,
} from "./random-facts";

setUpTestDatabase();

const METRICS = Object.keys(METRIC_SCALES) as MetricKey[];

/** Both days of a clock change, a turn of the year and ordinary days: midnight, and a millisecond to either side. */
function boundaryInstants(timeZone: string, days: string[]): Date[] {
  return days.flatMap((day) => {
    const { from } = resolvePeriod({ firstDay: day, lastDay: day }, new Date(0), timeZone);
    return [-1, 0, 1].map((offset) => new Date(from.getTime() + offset));
  });
}

function counted(distribution: ScoreDistribution | null | undefined): Record<string, number> {
  const scores = distribution ? listScores(distribution) : [];
  return Object.fromEntries(
    scores.filter(({ count }) => count > 0).map(({ score, count }) => [score, count]),
  );
}

const answeredWithin = (from: Date, to: Date) => (fact: Fact) =>
  fact.answer !== null && fact.answer.at >= from && fact.answer.at < to;

describe.each([
  // Clock changes: Helsinki 29.3. and 25.10.2026; Cairo 24.4. and 30.10.2026 (at midnight, the day has none).
  ["Europe/Helsinki", ["2026-03-29", "2026-03-30", "2026-10-25", "2026-10-26", "2026-01-01", "2026-11-02"]],
  ["Africa/Cairo", ["2026-04-24", "2026-04-25", "2026-10-30", "2026-10-31", "2026-01-01"]],
  ["America/St_Johns", ["2026-03-08", "2026-03-09", "2026-11-01", "2026-11-02"]],
])("in %s", (timeZone, days) => {
  const random = new Random(20_261_121);
  const now = new Date("2026-11-15T12:00:00Z");
  let world: FactWorld;
  let scopes: [string, Scope][];

  beforeAll(async () => {
    world = await createFactWorld(timeZone);
    const facts = randomFacts(world, random, {
      from: new Date("2025-11-01T00:00:00Z"),
      to: now,
      now,
      count: 900,
      answeredAt: boundaryInstants(timeZone, days),
    });
    // Some are in the rollups by now, some were only noted.
    await storeFacts(world, facts.slice(300));
    await rollUp(world.organization.scope);
    await storeFacts(world, facts.slice(0, 300));
    const [first, second] = world.locations.map(({ id }) => id) as [string, string];
    const { organization } = world;
    const employeeId = world.employees[0]?.id ?? "";
    scopes = [
      ["owner", (await createMember(organization, "owner", { now })).scope],
      [
        "manager of one location",
        (await createMember(organization, "manager", { now, locationIds: [first] })).scope,
      ],
      [
        "manager of two",
        (await createMember(organization, "manager", { now, locationIds: [first, second] })).scope,
      ],
      ["manager of none", (await createMember(organization, "manager", { now, locationIds: [] })).scope],
      ["employee", (await createMember(organization, "employee", { now, employeeId })).scope],
      ["consultant", (await createMember(organization, "consultant", { now })).scope],
    ];
  });

  /** Random periods and filters for every scope: named ones, and custom ones that begin or end at a boundary. */
  function* slices(): Generator<{
    name: string;
    scope: Scope;
    slice: Slice;
    filters: DimensionFilters;
    choice: Parameters<typeof resolvePeriod>[0];
  }> {
    const choices = [
      "12m",
      "90d",
      "this-year",
      "last-month",
      { firstDay: days[0] ?? "", lastDay: days[1] ?? "" },
      { firstDay: days[1] ?? "", lastDay: "2026-11-10" },
    ] as const;
    for (const [name, scope] of scopes) {
      for (const choice of choices) {
        const filters = choice === "12m" ? {} : randomFilters(world, random);
        const period = resolvePeriod(choice, now, timeZone);
        const previous = random.chance(0.7) ? resolvePreviousPeriod(period, timeZone) : null;
        const slice = { from: period.from, to: period.to, previousFrom: previous?.from ?? null, filters };
        yield {
          name: `${name}, ${JSON.stringify(choice)}, ${JSON.stringify(filters)}`,
          scope,
          slice,
          filters,
          choice,
        };
      }
    }
  }

  it("counts what a plain recount counts, per metric and for both periods", async () => {
    let answers = 0;
    for (const { name, scope, slice, filters } of slices()) {
      const facts = visibleFacts(world, scope, filters);
      const found = await listMetricDistributions(scope, slice);
      for (const metric of METRICS) {
        const ofMetric = facts.filter(({ answer }) => answer?.metric === metric);
        const current = ofMetric.filter(answeredWithin(slice.from, slice.to));
        answers += current.length;
        expect(counted(found.get(metric)?.current), `${name}, ${metric}`).toEqual(countScores(current));
        const previous = slice.previousFrom
          ? countScores(ofMetric.filter(answeredWithin(slice.previousFrom, slice.from)))
          : {};
        expect(counted(found.get(metric)?.previous), `${name}, ${metric} before`).toEqual(previous);
      }
      const answered = new Set(
        facts.filter(answeredWithin(slice.from, slice.to)).map((fact) => fact.answer?.metric),
      );
      expect(new Set(await listAnsweredMetrics(scope, slice)), name).toEqual(answered);
    }
    // The recount would agree with anything if there were nothing to count.
    expect(answers).toBeGreaterThan(1000);
  });

  it("takes the first instant of a day into it and leaves the next day's first instant out", async () => {
    const [[, owner]] = scopes as [[string, Scope]];
    for (const day of days) {
      const { from, to } = resolvePeriod({ firstDay: day, lastDay: day }, now, timeZone);
      const found = await listMetricDistributions(owner, { from, to, previousFrom: null, filters: {} });
      const count = [...found.values()].reduce((total, { current }) => total + countAnswers(current), 0);
      const expected = world.facts.filter(({ answer }) => answer && localDay(answer.at, timeZone) === day);
      expect(count, day).toBe(expected.length);
      expect(count, day).toBeGreaterThanOrEqual(2);
    }
  });

  it("counts the same by every dimension", async () => {
    for (const { name, scope, slice, filters } of slices()) {
      const facts = visibleFacts(world, scope, filters).filter(answeredWithin(slice.from, slice.to));
      for (const dimension of DIMENSIONS) {
        const found = await listGroupDistributions(scope, slice, "nps", dimension);
        const byValue = new Map<string, Fact[]>();
        for (const fact of facts.filter(({ answer }) => answer?.metric === "nps")) {
          const value = fact.dimensions[dimension] ?? "";
          byValue.set(value, [...(byValue.get(value) ?? []), fact]);
        }
        const current = Array.from(found, ([value, { current: now_ }]) => [value, counted(now_)] as const);
        expect(
          new Map(current.filter(([, counts]) => Object.keys(counts).length > 0)),
          `${name}, ${dimension}`,
        ).toEqual(new Map(Array.from(byValue, ([value, some]) => [value, countScores(some)])));

        const metrics = await listGroupMetrics(scope, slice, dimension);
        const expected = new Map<string, Set<string>>();
        for (const fact of facts) {
          const value = fact.dimensions[dimension] ?? "";
          expected.set(value, (expected.get(value) ?? new Set()).add(fact.answer?.metric ?? ""));
        }
        expect(new Map(Array.from(metrics, ([value, some]) => [value, new Set<string>(some)])), name).toEqual(
          expected,
        );
      }
    }
  });

  it("cuts weeks and months where the calendar does, and loses no answer between them", async () => {
    for (const { name, scope, slice, filters, choice } of slices()) {
      for (const interval of ["week", "month"] as const) {
        const facts = visibleFacts(world, scope, filters)
          .filter(answeredWithin(slice.from, slice.to))
          .filter(({ answer }) => answer?.metric === "csat");
        const byBucket = new Map<string, Fact[]>();
        for (const fact of facts) {
          const key = startOfBucket(localDay(fact.answer?.at ?? now, timeZone), interval);
          byBucket.set(key, [...(byBucket.get(key) ?? []), fact]);
        }
        const found = await listTrendDistributions(scope, slice, "csat", interval);
        expect(
          new Map(Array.from(found, ([key, distribution]) => [key, counted(distribution)])),
          `${name}, ${interval}`,
        ).toEqual(new Map(Array.from(byBucket, ([key, some]) => [key, countScores(some)])));

        // Every point PostgreSQL makes is one that the screen draws, and its answers lie within it.
        const buckets = new Map(
          listBuckets(resolvePeriod(choice, now, timeZone), interval, timeZone).map((bucket) => [
            bucket.key,
            bucket,
          ]),
        );
        for (const [key, some] of byBucket) {
          const bucket = buckets.get(key);
          expect(bucket, `${name}, ${key}`).toBeDefined();
          for (const { answer } of some) {
            expect(
              answer && bucket && answer.at >= bucket.from && answer.at < bucket.to,
              `${name}, ${key}`,
            ).toBe(true);
          }
        }
      }
    }
  });

  it("counts the mix of encounters of each employee and of everybody", async () => {
    for (const { name, scope, slice, filters } of slices()) {
      const facts = visibleFacts(world, scope, filters)
        .filter(answeredWithin(slice.from, slice.to))
        .filter(({ answer }) => answer?.metric === "ces");
      const { byEmployee, everybody } = await listMixDistributions(scope, slice, "ces");
      const strata = (some: Fact[]) => {
        const result: Record<string, Fact[]> = {};
        for (const fact of some) {
          const key = `${fact.dimensions.touchpoint} ${fact.dimensions.channel}`;
          result[key] = [...(result[key] ?? []), fact];
        }
        return Object.fromEntries(Object.entries(result).map(([key, ofKey]) => [key, countScores(ofKey)]));
      };
      const found = (some: { stratum: string; distribution: ScoreDistribution }[] = []) =>
        Object.fromEntries(some.map(({ stratum, distribution }) => [stratum, counted(distribution)]));
      expect(found(everybody), name).toEqual(strata(facts));
      for (const { id } of world.employees) {
        expect(found(byEmployee.get(id)), name).toEqual(
          strata(facts.filter(({ dimensions }) => dimensions.employee === id)),
        );
      }
    }
  });
});
