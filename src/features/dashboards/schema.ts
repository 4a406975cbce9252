import { z } from "zod";
import { Channel } from "@/generated/prisma/enums";
import { METRIC_SCALES, type MetricKey, type ScoreDistribution } from "@/metrics/score-distribution";
import {
  isCalendarDay,
  LONGEST_PERIOD_DAYS,
  PERIOD_PRESETS,
  type PeriodChoice,
  type PeriodPreset,
} from "./periods";

/** The dimensions an answer can be filtered and grouped by: its frozen attribution. */
export const DIMENSIONS = [
  "location",
  "touchpoint",
  "employee",
  "channel",
  "encounterType",
  "segment",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Values filtered on; a dimension that is absent is not filtered. */
export type DimensionFilters = Partial<Record<Dimension, string>>;

/**
 * Which answers are counted: half-open in time [from, to), and narrowed by attribution. The period compared with ends
 * where this one begins; `previousFrom` is its beginning, null when nothing is compared.
 */
export type Slice = {
  readonly from: Date;
  readonly to: Date;
  readonly previousFrom: Date | null;
  readonly filters: DimensionFilters;
};

/** Answers in the period and in the one before it. `previous` is null when nothing is compared. */
export type ComparedDistribution = {
  readonly current: ScoreDistribution;
  readonly previous: ScoreDistribution | null;
};

/** Bands that every metric has, best first: promoters or satisfied; passives or neutral; detractors or dissatisfied. */
export const COMMENT_BANDS = ["high", "middle", "low"] as const;
export type CommentBand = (typeof COMMENT_BANDS)[number];

/** How comments are narrowed further: by metric, band or exact score of the main question, and by words. */
export type CommentFilters = {
  readonly query: string;
  readonly metric: MetricKey | null;
  readonly band: CommentBand | null;
  readonly score: number | null;
};

/** Everything a dashboard's address can say. Defaults are left out of addresses. */
export type DashboardParameters = {
  readonly period: PeriodChoice;
  readonly isCompared: boolean;
  readonly filters: DimensionFilters;
  /** Null: the metric with most answers. */
  readonly metric: MetricKey | null;
  readonly interval: "auto" | "week" | "month";
  readonly query: string;
  readonly band: CommentBand | null;
  readonly score: number | null;
  readonly page: number;
  readonly sort: TableSort;
};

/** Orders of the tables of touchpoints, employees and locations. */
export const TABLE_SORTS = [
  "default",
  "name",
  "-name",
  "certainty",
  "-certainty",
  "score",
  "-score",
  "n",
  "-n",
] as const;
export type TableSort = (typeof TABLE_SORTS)[number];

export const DEFAULT_PERIOD: PeriodPreset = "90d";
const DEFAULT_CUSTOM_DAYS = 90;

/** Names in the address; an ignored one is reported by this name. */
export type ParameterName =
  | "period"
  | "compare"
  | Dimension
  | "metric"
  | "interval"
  | "band"
  | "score"
  | "page"
  | "sort";

const fields = {
  period: z.enum([...PERIOD_PRESETS, "custom"]),
  compare: z.enum(["previous", "none"]),
  location: z.uuid(),
  touchpoint: z.uuid(),
  employee: z.uuid(),
  channel: z.enum(Channel),
  encounterType: z.uuid(),
  segment: z.string().trim().min(1).max(200),
  metric: z.enum(["nps", "csat", "ces"]),
  interval: z.enum(["auto", "week", "month"]),
  band: z.enum(COMMENT_BANDS),
  score: z.coerce.number().int().min(0).max(10),
  page: z.coerce.number().int().min(1).max(100_000),
  sort: z.enum(TABLE_SORTS),
} as const;

export type RawSearchParameters = Record<string, string | string[] | undefined>;

/**
 * Reads a dashboard's address. Never fails: what makes no sense falls back to its default and is named in `ignored`, so
 * that the screen can say so instead of quietly showing something else.
 * @param today the organization's current day (ISO); custom periods cannot begin after it
 */
export function parseDashboardParameters(
  raw: RawSearchParameters,
  today: string,
): { parameters: DashboardParameters; ignored: ParameterName[] } {
  const ignored: ParameterName[] = [];
  const read = <N extends keyof typeof fields>(name: N): z.output<(typeof fields)[N]> | undefined => {
    const value = firstValue(raw[name]);
    if (value === undefined || value === "") return undefined;
    const parsed = fields[name].safeParse(value);
    if (!parsed.success) ignored.push(name);
    return parsed.success ? (parsed.data as z.output<(typeof fields)[N]>) : undefined;
  };

  const filters: DimensionFilters = {};
  for (const dimension of DIMENSIONS) {
    const value = read(dimension);
    if (value !== undefined) filters[dimension] = value;
  }
  const period = readPeriod(read("period"), firstValue(raw.from), firstValue(raw.to), today);
  if (period === null) ignored.push("period");

  return {
    parameters: {
      period: period ?? DEFAULT_PERIOD,
      isCompared: read("compare") !== "none",
      filters,
      metric: read("metric") ?? null,
      interval: read("interval") ?? "auto",
      // The one character that PostgreSQL refuses would end the page in an error.
      query: (firstValue(raw.q) ?? "").replaceAll("\0", "").trim().slice(0, 200),
      band: read("band") ?? null,
      score: read("score") ?? null,
      page: read("page") ?? 1,
      sort: read("sort") ?? "default",
    },
    ignored: [...new Set(ignored)],
  };
}

/** Null for a custom period that is none: days missing, no such day, ends before it begins, begins in the future. */
function readPeriod(
  name: PeriodPreset | "custom" | undefined,
  firstDay: string | undefined,
  lastDay: string | undefined,
  today: string,
): PeriodChoice | null {
  // Days given without "period=custom" are meant, unless a name says otherwise.
  if (name !== undefined && name !== "custom") return name;
  if (name === undefined && !firstDay && !lastDay) return DEFAULT_PERIOD;
  // Just chosen, no days typed yet: begin with the days that are on screen by default.
  if (!firstDay && !lastDay) return { firstDay: addDays(today, 1 - DEFAULT_CUSTOM_DAYS), lastDay: today };
  if (!firstDay || !isCalendarDay(firstDay)) return null;
  const end = !lastDay ? today : isCalendarDay(lastDay) ? lastDay : null;
  if (end === null || firstDay > end || firstDay > today) return null;
  const cutEnd = end > today ? today : end;
  const days = (Date.parse(cutEnd) - Date.parse(firstDay)) / 86_400_000 + 1;
  return days > LONGEST_PERIOD_DAYS ? null : { firstDay, lastDay: cutEnd };
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The address's parameters of these choices; what is as by default is left out. Inverse of parseDashboardParameters. */
export function toSearchParameters(parameters: DashboardParameters): Record<string, string> {
  const result: Record<string, string> = {};
  const { period } = parameters;
  if (typeof period === "object") {
    Object.assign(result, { period: "custom", from: period.firstDay, to: period.lastDay });
  } else if (period !== DEFAULT_PERIOD) result.period = period;
  if (!parameters.isCompared) result.compare = "none";
  for (const dimension of DIMENSIONS) {
    const value = parameters.filters[dimension];
    if (value !== undefined) result[dimension] = value;
  }
  if (parameters.metric) result.metric = parameters.metric;
  if (parameters.interval !== "auto") result.interval = parameters.interval;
  if (parameters.query) result.q = parameters.query;
  if (parameters.band) result.band = parameters.band;
  if (parameters.score !== null) result.score = String(parameters.score);
  if (parameters.page > 1) result.page = String(parameters.page);
  if (parameters.sort !== "default") result.sort = parameters.sort;
  return result;
}

/** Whether a text from an address can be an id at all; PostgreSQL refuses to compare others. */
export function isId(text: string): boolean {
  return z.uuid().safeParse(text).success;
}

/** Whether a score can be on the metric's scale. */
export function isOnScale(metric: MetricKey, score: number): boolean {
  const { min, max } = METRIC_SCALES[metric];
  return score >= min && score <= max;
}

function firstValue(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
