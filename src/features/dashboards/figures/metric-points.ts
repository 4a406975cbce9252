import "server-only";
import { Temporal } from "temporal-polyfill";
import type { Figure } from "@/metrics/figure";
import { calculateFigure } from "@/metrics/figure";
import { calculateResponseRate } from "@/metrics/response-rate";
import {
  emptyDistribution,
  listScores,
  type MetricKey,
  type ScoreDistribution,
} from "@/metrics/score-distribution";
import type { Scope } from "@/server/scope";
import { countFunnel } from "../funnel";
import { findDimensionNames } from "../queries/find-dimension-names";
import { listDistributions } from "../queries/list-distributions";
import { listGroupOutcomes } from "../queries/list-group-outcomes";
import { listOutcomes } from "../queries/list-outcomes";
import type { Dimension, DimensionFilters } from "../schema";
import { toInvitations } from "./response";

export type PointInterval = "day" | "week" | "month";

/** What is asked: half-open in days of the organization's time zone. */
export type PointQuery = {
  readonly firstDay: string;
  readonly dayAfter: string;
  readonly filters: DimensionFilters;
  readonly groupBy: Dimension | null;
};

/**
 * A figure of one group in one day, week or month. `group` is null when nothing is grouped, its id null for customers
 * without a segment; `start` the first day of the whole day, week or month, null without interval.
 */
export type MetricPoint = {
  group: { id: string | null; name: string | null } | null;
  start: string | null;
  figure: Figure;
  /** Answers by score; null for a response rate, which has none. */
  scores: { score: number; count: number }[] | null;
};

/** With more intervals than these the groups are counted first: a refusal is not to cost the whole answer. */
const FEW_STARTS = 24;

/** More points than asked for at once are not worked out. */
export class TooManyPoints extends Error {
  readonly points: number;
  constructor(points: number) {
    super("too many points");
    this.points = points;
  }
}

/**
 * A metric's headline figures by group and interval. A group is listed when it has an answer in the period, and then with
 * every interval of it, those without answers with value null; without grouping there is one series, answers or not.
 * @throws TooManyPoints when there would be more than `most`
 */
export async function listMetricPoints(
  scope: Scope,
  query: PointQuery,
  { metric, interval, most }: { metric: MetricKey; interval: PointInterval | null; most: number },
): Promise<MetricPoint[]> {
  const { groupBy } = query;
  const starts = interval === null ? [null] : listStarts(query, interval);
  if (starts.length > most) throw new TooManyPoints(starts.length);
  const slice = toSlice(scope, query);
  if (groupBy !== null && starts.length > FEW_STARTS) {
    const groups = await listDistributions(scope, slice, { metric, groupBy, interval: null });
    if (groups.length * starts.length > most) throw new TooManyPoints(groups.length * starts.length);
  }
  const rows = await listDistributions(scope, slice, { metric, groupBy, interval });
  const byPlace = new Map(rows.map((row) => [`${row.group}/${row.bucket}`, row.distribution]));
  const keys = groupBy === null ? [null] : [...new Set(rows.map((row) => row.group ?? ""))];
  if (keys.length * starts.length > most) throw new TooManyPoints(keys.length * starts.length);
  const groups = await nameGroups(scope, groupBy, keys);
  return groups.flatMap(({ key, group }) =>
    starts.map((start) => toPoint(group, start, byPlace.get(`${key}/${start}`) ?? emptyDistribution(metric))),
  );
}

function toPoint(
  group: MetricPoint["group"],
  start: string | null,
  distribution: ScoreDistribution,
): MetricPoint {
  return { group, start, figure: calculateFigure(distribution), scores: listScores(distribution) };
}

/** Response rates of the invitations sent in the period, by group. @throws TooManyPoints when there would be more than `most` */
export async function listResponseRatePoints(
  scope: Scope,
  query: PointQuery,
  { most }: { most: number },
): Promise<MetricPoint[]> {
  const { groupBy } = query;
  const slice = { ...toSlice(scope, query), previousFrom: null };
  const outcomes =
    groupBy === null
      ? new Map([["", (await listOutcomes(scope, slice)).current]])
      : await listGroupOutcomes(scope, slice, groupBy);
  if (outcomes.size > most) throw new TooManyPoints(outcomes.size);
  const groups = await nameGroups(scope, groupBy, groupBy === null ? [null] : [...outcomes.keys()]);
  return groups.map(({ key, group }) => ({
    group,
    start: null,
    figure: calculateResponseRate(toInvitations(countFunnel(outcomes.get(key ?? "") ?? new Map()))),
    scores: null,
  }));
}

function toSlice(scope: Scope, { firstDay, dayAfter, filters }: PointQuery) {
  return { from: startOfDay(firstDay, scope.timeZone), to: startOfDay(dayAfter, scope.timeZone), filters };
}

/** The first instant of a day in a time zone. @throws RangeError for what is no day */
export function startOfDay(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

/** First days of the whole days, ISO weeks or months that the period touches. */
function listStarts({ firstDay, dayAfter }: PointQuery, interval: PointInterval): string[] {
  const first = Temporal.PlainDate.from(firstDay);
  const end = Temporal.PlainDate.from(dayAfter);
  const step = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } }[interval];
  const starts: string[] = [];
  let start = first;
  if (interval === "week") start = first.subtract({ days: first.dayOfWeek - 1 });
  if (interval === "month") start = first.with({ day: 1 });
  while (Temporal.PlainDate.compare(start, end) < 0) {
    starts.push(start.toString());
    start = start.add(step);
  }
  return starts;
}

type NamedGroup = { key: string | null; group: MetricPoint["group"] };

/** The groups with their names, in the order of the names. */
async function nameGroups(
  scope: Scope,
  groupBy: Dimension | null,
  keys: readonly (string | null)[],
): Promise<NamedGroup[]> {
  if (groupBy === null) return [{ key: null, group: null }];
  const ids = keys.map((key) => key ?? "");
  const names = await findDimensionNames(scope, { [groupBy]: ids });
  const isNamed = groupBy !== "channel" && groupBy !== "segment";
  return ids
    .map((key): NamedGroup => {
      const name = isNamed ? (names.get(key) ?? null) : key || null;
      return { key, group: { id: key || null, name } };
    })
    .sort((one, other) => compareNames(one, other));
}

const collator = new Intl.Collator("fi");

function compareNames(one: NamedGroup, other: NamedGroup): number {
  return (
    collator.compare(one.group?.name ?? "", other.group?.name ?? "") ||
    ((one.key ?? "") < (other.key ?? "") ? -1 : 1)
  );
}
