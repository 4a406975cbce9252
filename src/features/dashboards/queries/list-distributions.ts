import "server-only";
import { cache } from "react";
import type { MetricKey, ScoreDistribution } from "@/metrics/score-distribution";
import type { Scope } from "@/server/scope";
import type { CountInterval } from "../rollups/cover";
import { readAnswerCounts } from "../rollups/read-answer-counts";
import type { Dimension, DimensionFilters } from "../schema";

/** Which answers: half-open in time [from, to), narrowed by attribution. */
export type CountedSlice = {
  readonly from: Date;
  readonly to: Date;
  readonly filters: DimensionFilters;
};

/** How they are broken down; null = not at all. */
export type Breakdown = {
  readonly metric: MetricKey;
  readonly groupBy: Dimension | null;
  readonly interval: CountInterval | null;
};

/**
 * The answers to one metric of one group in one day, week or month. `group` is an id, a channel's name or a segment's ("" for
 * none), null when nothing is grouped; `bucket` the first day of the whole day, week or month (ISO), null without interval.
 */
export type DistributionRow = {
  group: string | null;
  bucket: string | null;
  distribution: ScoreDistribution;
};

/**
 * The answers to one metric by group and interval, ordered by bucket and group. Combinations without answers are missing; so are, by
 * employee, location or encounter type, the answers (imported ones) that have none.
 */
export const listDistributions = cache(
  async (
    scope: Scope,
    { from, to, filters }: CountedSlice,
    { metric, groupBy, interval }: Breakdown,
  ): Promise<DistributionRow[]> => {
    const rows = await readAnswerCounts(scope, {
      periods: [{ from, to }],
      filters,
      metric,
      dimensions: groupBy === null ? [] : [groupBy],
      interval,
    });
    return rows
      .map(({ group, bucket, distribution }) => ({
        group: groupBy === null ? null : (group[0] ?? ""),
        bucket,
        distribution,
      }))
      .sort((a, b) => compare(a.bucket ?? "", b.bucket ?? "") || compare(a.group ?? "", b.group ?? ""));
  },
);

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
