import "server-only";
import { cache } from "react";
import { countAnswers, type MetricKey } from "@/metrics/score-distribution";
import type { Scope } from "@/server/scope";
import { groupRows } from "../group-rows";
import { readAnswerCounts } from "../rollups/read-answer-counts";
import type { Dimension, Slice } from "../schema";

/** Which metrics the period's answers of each touchpoint, employee … are of, the one with most answers first. */
export const listGroupMetrics = cache(
  async (scope: Scope, slice: Slice, dimension: Dimension): Promise<Map<string, MetricKey[]>> => {
    const rows = await readAnswerCounts(scope, {
      periods: [{ from: slice.from, to: slice.to }],
      filters: slice.filters,
      metric: null,
      dimensions: [dimension],
      interval: null,
    });
    return new Map(
      Array.from(
        groupRows(rows, ({ group }) => group[0] ?? ""),
        ([key, some]) => [key, listMostAnswered(some)],
      ),
    );
  },
);

function listMostAnswered(rows: Awaited<ReturnType<typeof readAnswerCounts>>): MetricKey[] {
  return rows
    .map(({ distribution }) => ({ metric: distribution.metric, n: countAnswers(distribution) }))
    .sort((a, b) => b.n - a.n || (a.metric < b.metric ? -1 : 1))
    .map(({ metric }) => metric);
}
