import "server-only";
import { cache } from "react";
import type { MetricKey } from "@/metrics/score-distribution";
import type { Scope } from "@/server/scope";
import { collectCompared, listComparedPeriods } from "../compared-distributions";
import { readAnswerCounts } from "../rollups/read-answer-counts";
import type { ComparedDistribution, Dimension, Slice } from "../schema";

/**
 * The slice's answers to one metric per touchpoint, employee … by id (channel: its name; segment: its name, "" for none),
 * this period and the one before. Groups without an answer in either are missing; so are, by employee, location or
 * encounter type, the answers (imported ones) that have none.
 */
export const listGroupDistributions = cache(
  async (
    scope: Scope,
    slice: Slice,
    metric: MetricKey,
    dimension: Dimension,
  ): Promise<Map<string, ComparedDistribution>> => {
    const rows = await readAnswerCounts(scope, {
      periods: listComparedPeriods(slice),
      filters: slice.filters,
      metric,
      dimensions: [dimension],
      interval: null,
    });
    return collectCompared(metric, rows, ({ group }) => group[0] ?? "", slice);
  },
);
