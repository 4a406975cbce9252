import { beforeAll, describe, expect, it } from "vitest";
import { rollUp } from "@/features/dashboards/commands/roll-up";
import { OUTCOMES_COUNTED } from "@/features/dashboards/outcomes-sql";
import { listDistributions } from "@/features/dashboards/queries/list-distributions";
import { listGroupOutcomes } from "@/features/dashboards/queries/list-group-outcomes";
import { answersCounted } from "@/features/dashboards/rollups/answers-counted-sql";
import { countsSql } from "@/features/dashboards/rollups/counts-sql";
import { GRAINS, SPANS } from "@/features/dashboards/rollups/grains";
import { planRaw, planRequest } from "@/features/dashboards/rollups/request";
import { DIMENSIONS } from "@/features/dashboards/schema";
import { listScores, METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import { querySql, setUpTestDatabase } from "../../database";
import { createAnsweredEncounter } from "../../factories/encounters";
import { Random } from "../../factories/random";
import { createFactWorld, type FactWorld, randomFilters } from "./random-facts";
import { noThings, OPERATIONS, scopeAt } from "./random-operations";
import { readEverything, recount } from "./recount";

const database = setUpTestDatabase();
const DAY = 24 * 3600_000;
const METRICS = Object.keys(METRIC_SCALES) as MetricKey[];
const INTERVALS = [null, "day", "week", "month"] as const;
const ZONES = ["Europe/Helsinki", "America/St_Johns", "Africa/Cairo"];
const start = new Date("2026-10-20T09:30:00Z");

/** Compares figures with the recount: of `samples` random questions, or of every grouping and interval there is. */
async function expectRecount(world: FactWorld, random: Random, now: Date, timeZone: string, samples: number) {
  const stored = await readEverything(database.superuserUrl, world.organization.id);
  const scope = scopeAt(world, now, timeZone);
  const groupings = [null, ...DIMENSIONS];
  const questions =
    samples === Number.POSITIVE_INFINITY
      ? groupings.flatMap((groupBy) => INTERVALS.map((interval) => ({ groupBy, interval })))
      : Array.from({ length: samples }, () => ({
          groupBy: random.pick(groupings),
          interval: random.pick(INTERVALS),
        }));
  for (const { groupBy, interval } of questions) {
    const from = new Date(now.getTime() - random.integer(0, 420) * DAY);
    const slice = {
      from,
      to: new Date(from.getTime() + random.integer(1, 460) * DAY),
      filters: random.chance(0.4) ? randomFilters(world, random) : {},
    };
    const metric = random.pick(METRICS);
    const name = JSON.stringify({ groupBy, interval, metric, ...slice, timeZone });
    const ofMetric = stored.answers.filter((answer) => answer.metric === metric);
    const rows = await listDistributions(scope, slice, { metric, groupBy, interval });
    const found = rows.flatMap(({ group, bucket, distribution }) =>
      listScores(distribution)
        .filter(({ count }) => count !== 0)
        .map(({ score, count }) => `${group ?? "all"} ${bucket ?? ""} ${score} ${count}`),
    );
    expect(found.sort(), name).toEqual(
      recount(ofMetric, slice, { groupBy, interval, timeZone }, ({ score }) => String(score)),
    );
    if (groupBy === null) continue;
    const outcomes = await listGroupOutcomes(scope, { ...slice, previousFrom: null }, groupBy);
    const lines = Array.from(outcomes, ([group, counts]) =>
      Array.from(counts, ([outcome, count]) => `${group}  ${outcome} ${count}`),
    );
    expect(lines.flat().sort(), name).toEqual(
      recount(stored.encounters, slice, { groupBy, interval: null, timeZone }, ({ outcome }) => outcome),
    );
  }
}

async function countNoted(world: FactWorld): Promise<number> {
  const [row] = await querySql<{ count: number }>(
    database.superuserUrl,
    `select ((select count(*) from answer_changes where organization_id = $1)
           + (select count(*) from outcome_changes where organization_id = $1))::int as count`,
    [world.organization.id],
  );
  return row?.count ?? 0;
}

it("keeps the same grains in the database as in the program", async () => {
  const columns = { encounterType: "encounter_type_id", channel: "channel", segment: "segment" };
  const rows = await querySql<{ code: number; span: string; kept: string[] }>(
    database.superuserUrl,
    "select * from rollup_grains()",
  );
  const expected = GRAINS.flatMap(({ dimensions, spans }) =>
    SPANS.flatMap((span) => {
      const kept = dimensions.map((one) => (one in columns ? columns[one as "channel"] : `${one}_id`)).sort();
      return spans[span] ? [{ code: spans[span].code, span, kept }] : [];
    }),
  );
  const byCode = (a: { code: number }, b: { code: number }) => a.code - b.code;
  expect(rows.map((row) => ({ ...row, kept: row.kept.toSorted() })).sort(byCode)).toEqual(
    expected.sort(byCode),
  );
});

describe("after whatever happens, one thing after the other", () => {
  it.each([11, 12])("figures equal the recount of all rows (%i)", async (seed) => {
    const random = new Random(seed);
    const world = await createFactWorld(ZONES[0] as string);
    const things = noThings();
    let [now, timeZone] = [start, ZONES[0] as string];
    const happened = new Set<string>();
    for (let step = 0; step < 50; step++) {
      now = new Date(now.getTime() + random.integer(1, 20) * 3600_000);
      const name = Object.keys(OPERATIONS)[step] ?? random.pick(Object.keys(OPERATIONS));
      await OPERATIONS[name]?.(world, random, things, now);
      happened.add(name);
      if (random.chance(0.2)) await rollUp(scopeAt(world, now, timeZone));
      if (random.chance(0.06)) {
        timeZone = random.pick(ZONES);
        await withScope(scopeAt(world, now), (tx) =>
          tx.organization.updateMany({ where: { id: world.organization.id }, data: { timeZone } }),
        );
      }
      await expectRecount(world, random, now, timeZone, 2);
    }
    expect(happened.size).toBe(Object.keys(OPERATIONS).length);
    await expectRecount(world, random, now, timeZone, Number.POSITIVE_INFINITY);
    await rollUp(scopeAt(world, now, timeZone));
    expect(await countNoted(world)).toBe(0);
    await expectRecount(world, random, now, timeZone, Number.POSITIVE_INFINITY);
  });
});

describe("while several write, one folds and one changes the time zone", () => {
  it("rollups and changes equal the rows of the same moment, and of the end", async () => {
    const world = await createFactWorld(ZONES[0] as string);
    let timeZone = ZONES[0] as string;
    let [compared, rebuilt] = [0, 0];
    const began = Date.now();
    const isOver = () =>
      Date.now() - began > 1500 && ((compared >= 25 && rebuilt >= 2) || Date.now() - began > 20_000);
    const writers = [1, 2, 3, 4].map(async (seed) => {
      const [random, things] = [new Random(seed), noThings()];
      while (!isOver()) {
        const now = new Date(start.getTime() + random.integer(0, 30) * DAY);
        await OPERATIONS[random.pick(Object.keys(OPERATIONS))]?.(world, random, things, now);
      }
    });
    const folder = (async () => {
      const random = new Random(5);
      while (!isOver()) {
        if (random.chance(0.15)) {
          timeZone = ZONES[++rebuilt % ZONES.length] as string;
          await withScope(scopeAt(world, start), (tx) =>
            tx.organization.updateMany({ where: { id: world.organization.id }, data: { timeZone } }),
          );
        }
        await rollUp(scopeAt(world, start, timeZone));
      }
    })();
    const reader = (async () => {
      const random = new Random(6);
      while (!isOver()) {
        const zone = timeZone;
        const scope = scopeAt(world, start, zone);
        const request = {
          periods: [{ from: new Date(start.getTime() - random.integer(0, 300) * DAY), to: start }],
          filters: {},
          dimensions: random.chance(0.5) ? [random.pick(DIMENSIONS)] : [],
          interval: random.pick(INTERVALS),
        };
        const both = [
          { request, plan: planRequest(scope, request) },
          { request, plan: planRaw(request) },
        ];
        for (const counted of [answersCounted(null), OUTCOMES_COUNTED]) {
          const [row] = await withScope(scope, (tx) =>
            tx.$queryRaw<Record<string, string | null>[]>(countsSql(scope, both, counted)),
          );
          // Of another zone's rollups nothing is read.
          if (row?.zone !== zone) continue;
          expect(nonZero(row.rows_0), JSON.stringify({ zone, request })).toEqual(nonZero(row.rows_1));
          compared += 1;
        }
      }
    })();
    await Promise.all([...writers, folder, reader]);
    expect(compared).toBeGreaterThanOrEqual(25);
    expect(rebuilt).toBeGreaterThanOrEqual(2);
    const random = new Random(7);
    await expectRecount(world, random, start, timeZone, Number.POSITIVE_INFINITY);
    await rollUp(scopeAt(world, start, timeZone));
    expect(await countNoted(world)).toBe(0);
    await expectRecount(world, random, start, timeZone, Number.POSITIVE_INFINITY);
  });

  function nonZero(json: string | null | undefined): string[] {
    const rows = JSON.parse(json ?? "[]") as (string | number)[][];
    // [period, …groups, bucket, key, …sums]: a group that is empty again may still be there, with nothing but zeros.
    return rows
      .map((row) => JSON.stringify(row))
      .filter((line) => !/,"?[a-z_0-9]+"?(,0)+\]$/.test(line))
      .sort();
  }
});

describe("two answers of one organization", () => {
  let world: FactWorld;
  beforeAll(async () => {
    world = await createFactWorld("Europe/Helsinki");
  });

  it("do not wait for each other, nor for the folding", async () => {
    const { scope } = world.organization;
    const [touchpoint, employee, type] = [world.touchpoints[0], world.employees[0], world.encounterTypes[0]];
    const attribution = {
      touchpointId: touchpoint?.id ?? "",
      employeeId: employee?.id ?? "",
      locationId: employee?.locationId ?? "",
      encounterTypeId: type?.id ?? "",
    };
    const answer = () => createAnsweredEncounter(scope, attribution, world.surveys.nps, { score: 9 });
    await answer();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let changed = () => {};
    const isChanged = new Promise<void>((resolve) => {
      changed = resolve;
    });
    // One has changed its score and folded, and has not committed.
    const first = withScope(scope, async (tx) => {
      await tx.answer.updateMany({ data: { score: 3 } });
      await tx.$queryRaw`select folded from roll_up(1000)`;
      changed();
      await held;
    });
    await isChanged;
    try {
      // The same day, touchpoint, employee and score: everything that could be one row for both.
      await withScope(scope, async (tx) => {
        await tx.$executeRaw`set local lock_timeout = '500ms'`;
        const rows = await tx.response.findMany({ take: 1 });
        const [row] = rows;
        if (!row) throw new Error("no response");
        const id = "00000000-0000-7000-8000-000000000001";
        const { searchable: _, ...copied } = row as typeof row & { searchable?: unknown };
        await tx.response.createMany({
          data: { ...copied, id, encounterId: null, respondentKeyHash: new Uint8Array(32) },
        });
        const [known] = await tx.answer.findMany({ take: 1 });
        if (known) await tx.answer.createMany({ data: { ...known, responseId: id } });
      });
      // Nor does a second worker wait for the one that folds: there is nothing for it to do.
      expect(await rollUp(scope)).toBe(0);
    } finally {
      release();
      await first;
    }
    const random = new Random(1);
    await expectRecount(world, random, new Date(), "Europe/Helsinki", Number.POSITIVE_INFINITY);
  });
});
