import type { Dimension } from "../schema";

/** Spans of time that counts are kept for. A grain has only those that are worth their rows. */
export const SPANS = ["day", "week", "month", "year"] as const;
export type Span = (typeof SPANS)[number];

/**
 * Which counts the rollups keep: per combination of `dimensions`, for each span of `spans`. `code` is their smallint in
 * answer_counts.grain and outcome_counts.grain; the same list is in the database (rollup_grains(), a test compares them).
 *
 * `rows` estimates how many counts of one metric there are in one span of a large organization (2,000 employees, 60
 * touchpoints, 40 locations, 5,500 answers a day): what reading it costs, as far as choosing goes.
 */
export type Grain = {
  readonly dimensions: readonly Dimension[];
  readonly spans: Partial<Record<Span, { readonly code: number; readonly rows: number }>>;
};

/**
 * The cheapest first. Employees have no days: with a few answers each a day, the answers themselves are no more. The same
 * goes for employees by touchpoint and whatever else is not here.
 */
export const GRAINS: readonly Grain[] = [
  { dimensions: [], spans: { day: { code: 10, rows: 1 } } },
  {
    dimensions: ["location"],
    spans: { day: { code: 40, rows: 40 }, week: { code: 41, rows: 40 }, month: { code: 42, rows: 40 } },
  },
  {
    dimensions: ["touchpoint", "channel"],
    spans: { day: { code: 30, rows: 60 }, week: { code: 31, rows: 70 }, month: { code: 32, rows: 80 } },
  },
  {
    dimensions: ["channel", "encounterType", "segment"],
    spans: { day: { code: 20, rows: 100 }, week: { code: 21, rows: 120 }, month: { code: 22, rows: 120 } },
  },
  {
    dimensions: ["touchpoint", "channel", "encounterType", "segment"],
    spans: { week: { code: 51, rows: 1200 }, month: { code: 52, rows: 1300 } },
  },
  {
    dimensions: ["location", "touchpoint", "channel"],
    spans: { week: { code: 61, rows: 2000 }, month: { code: 62, rows: 2400 } },
  },
  {
    dimensions: ["employee", "location"],
    spans: {
      week: { code: 71, rows: 2000 },
      month: { code: 72, rows: 2000 },
      year: { code: 73, rows: 2000 },
    },
  },
];

/** Answers of one day, counted one by one: what a day costs where no count is kept for it. */
export const RAW_ROWS_OF_A_DAY = 5500;

/** The cheapest grain that keeps all of these dimensions; undefined when only the answers themselves do. */
export function chooseGrain(needed: readonly Dimension[]): Grain | undefined {
  return GRAINS.find(({ dimensions }) => needed.every((dimension) => dimensions.includes(dimension)));
}
