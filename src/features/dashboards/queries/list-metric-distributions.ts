import "server-only";
import { cache } from "react";
import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import type { Scope } from "@/server/scope";
import { collectCompared, listComparedPeriods } from "../compared-distributions";
import { readAnswerCounts } from "../rollups/read-answer-counts";
import type { ComparedDistribution, Slice } from "../schema";

/** The slice's answers per metric, this period and the one before; metrics without an answer in either are missing. */
export const listMetricDistributions = cache(
  async (scope: Scope, slice: Slice): Promise<Map<MetricKey, ComparedDistribution>> => {
    const rows = await readAnswerCounts(scope, {
      periods: listComparedPeriods(slice),
      filters: slice.filters,
      metric: null,
      dimensions: [],
      interval: null,
    });
    const result = new Map<MetricKey, ComparedDistribution>();
    for (const metric of Object.keys(METRIC_SCALES) as MetricKey[]) {
      const ofMetric = rows.filter(({ distribution }) => distribution.metric === metric);
      const found = collectCompared(metric, ofMetric, () => metric, slice).get(metric);
      if (found) result.set(metric, found);
    }
    return result;
  },
);
