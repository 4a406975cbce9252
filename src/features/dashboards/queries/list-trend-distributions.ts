import "server-only";
import { cache } from "react";
import type { MetricKey, ScoreDistribution } from "@/metrics/score-distribution";
import type { Scope } from "@/server/scope";
import type { Interval } from "../periods";
import { readAnswerCounts } from "../rollups/read-answer-counts";
import type { Slice } from "../schema";

/**
 * The slice's answers to one metric per ISO week or month of the organization's time zone, by the first day of the whole
 * week or month (`Bucket.key`). Weeks and months without an answer are missing.
 */
export const listTrendDistributions = cache(
  async (
    scope: Scope,
    slice: Slice,
    metric: MetricKey,
    interval: Interval,
  ): Promise<Map<string, ScoreDistribution>> => {
    const rows = await readAnswerCounts(scope, {
      periods: [{ from: slice.from, to: slice.to }],
      filters: slice.filters,
      metric,
      dimensions: [],
      interval,
    });
    return new Map(rows.map(({ bucket, distribution }) => [bucket ?? "", distribution]));
  },
);
