import "server-only";
import { cache } from "react";
import { countAnswers, type MetricKey } from "@/metrics/score-distribution";
import type { Scope } from "@/server/scope";
import type { Slice } from "../schema";
import { listMetricDistributions } from "./list-metric-distributions";

/** The metrics of the period's answers, the one with most answers first. */
export const listAnsweredMetrics = cache(async (scope: Scope, slice: Slice): Promise<MetricKey[]> => {
  const distributions = await listMetricDistributions(scope, slice);
  return Array.from(distributions, ([metric, { current }]) => ({ metric, n: countAnswers(current) }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.metric < b.metric ? -1 : 1))
    .map(({ metric }) => metric);
});
