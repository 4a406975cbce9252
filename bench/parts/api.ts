import { EMPLOYEES, LOCATIONS, SEGMENTS, TOUCHPOINTS } from "../data/cast";
import type { SizeContext } from "../lib/bench-context";
import { nameSize } from "../lib/options";
import { type Spread, spread, timing } from "../lib/statistics";
import { readBounds } from "../raw/bounds";
import {
  GROUPS,
  type Group,
  INTERVALS,
  type Interval,
  type MetricsQuery,
  type MetricsRow,
  metricsSql,
} from "../raw/metrics-sql";
import { requireSameMetrics } from "../raw/same-metrics";
import { restartAll } from "./overview";

/** One query at one size, in milliseconds. */
export type ApiFigures = {
  answers: number;
  groupBy: Group;
  interval: Interval;
  span: string;
  cold: Spread;
  p50: Spread;
  p95: Spread;
  raw: Spread;
};

const METRIC = "nps";
/** The programming interface gives no more points than this at once. */
const MOST_POINTS = 10_000;
const WARM_UP_ROUNDS = 5;

/** The longest of these that a query can be asked for. */
const SPANS_BY_DAYS = [
  ["5 years", 1827],
  ["12 months", 366],
  ["90 days", 90],
  ["28 days", 28],
  ["4 days", 4],
] as const;

const GROUP_COUNTS: Record<Group, number> = {
  none: 1,
  touchpoint: TOUCHPOINTS,
  employee: EMPLOYEES,
  location: LOCATIONS,
  channel: 6,
  encounterType: 6,
  segment: SEGMENTS.length + 1,
};

/** Every grouping with every interval over the longest period there can be, ordered by grouping. */
export async function measureApi(context: SizeContext): Promise<ApiFigures[]> {
  const { options, server, client, cast, tell } = context;
  const queries = await listQueries(context);
  const headers = `authorization: Bearer ${cast.apiKey}\r\naccept: application/json\r\n`;
  const requests = queries.map(({ groupBy, interval, firstDay, dayAfter }) => ({
    path: `/api/v1/metrics?metric=${METRIC}&from=${firstDay}&to=${dayAfter}&groupBy=${groupBy}&interval=${interval}`,
    headers,
  }));
  const fetchAll = (rounds: number) => client.fetch({ port: server.port, requests, rounds });
  const runs = queries.map(() => ({
    cold: [] as number[],
    p50: [] as number[],
    p95: [] as number[],
    raw: [] as number[],
  }));
  for (let run = 0; run < options.repeat; run += 1) {
    await restartAll(context);
    const cold = await fetchAll(1);
    await fetchAll(WARM_UP_ROUNDS);
    const warm = await fetchAll(options.requests);
    for (const [index, query] of queries.entries()) {
      const status = warm.statuses[index];
      if (status !== 200)
        throw new Error(`${requests[index]?.path} answered ${status}: ${warm.bodies[index]}`);
      const { p50, p95 } = timing(warm.milliseconds[index] as number[]);
      const { milliseconds, rows } = await countRaw(context, query);
      requireSameMetrics(requests[index]?.path as string, rows, warm.bodies[index] as string);
      runs[index]?.cold.push(cold.milliseconds[index]?.[0] as number);
      runs[index]?.p50.push(p50);
      runs[index]?.p95.push(p95);
      runs[index]?.raw.push(milliseconds);
    }
    const slowest = Math.max(...runs.map(({ p95 }) => p95.at(-1) as number));
    tell(`${nameSize(context.answers)} API queries, run ${run + 1}: slowest p95 ${slowest.toFixed(1)} ms`);
  }
  return queries.map(({ groupBy, interval, span }, index) => ({
    answers: context.answers,
    groupBy,
    interval,
    span,
    cold: spread(runs[index]?.cold ?? []),
    p50: spread(runs[index]?.p50 ?? []),
    p95: spread(runs[index]?.p95 ?? []),
    raw: spread(runs[index]?.raw ?? []),
  }));
}

async function listQueries({ database, databaseName }: SizeContext) {
  const queries: (MetricsQuery & { span: string })[] = [];
  await database.asSuperuser(databaseName, async (connection) => {
    for (const groupBy of Object.keys(GROUPS) as Group[]) {
      for (const interval of INTERVALS) {
        const [span] = SPANS_BY_DAYS.find(
          ([, days]) => GROUP_COUNTS[groupBy] * mostBuckets(interval, days) <= MOST_POINTS,
        ) as (typeof SPANS_BY_DAYS)[number];
        queries.push({ groupBy, interval, span, ...(await readBounds(connection, span)) });
      }
    }
  });
  return queries;
}

/** Days, weeks or months that so many days can touch. */
function mostBuckets(interval: Interval, days: number): number {
  if (interval === "none") return 1;
  return interval === "day" ? days : Math.ceil(days / (interval === "week" ? 7 : 28)) + 1;
}

/** Counted twice, and timed the second time, with everything in memory that fits. */
async function countRaw({ database, databaseName, cast }: SizeContext, query: MetricsQuery) {
  return database.asSuperuser(databaseName, async (connection) => {
    const statement = metricsSql(cast.organizationId, METRIC, query);
    await connection.query(statement);
    const startedAt = performance.now();
    const { rows } = await connection.query<MetricsRow>(statement);
    return { milliseconds: performance.now() - startedAt, rows };
  });
}
