import "server-only";
import { cache } from "react";
import type { MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { answersInSlice } from "../answers-sql";
import { dimensionValue } from "../attribution-sql";
import { type ComparedRow, collectCompared } from "../compared-distributions";
import type { ComparedDistribution, Dimension, Slice } from "../schema";

/**
 * The slice's answers to one metric per touchpoint, employee … by id (channel: its name; segment: its name, "" for none),
 * this period and the one before. Groups without an answer in either are missing.
 */
export const listGroupDistributions = cache(
  async (
    scope: Scope,
    slice: Slice,
    metric: MetricKey,
    dimension: Dimension,
  ): Promise<Map<string, ComparedDistribution>> => {
    const rows = await withScope(
      scope,
      (tx) => tx.$queryRaw<ComparedRow[]>`
        select coalesce(${dimensionValue(dimension, "answers")}, '') as key,
               answers.answered_at >= ${slice.from}::timestamptz as "isCurrent",
               answers.score::int as score, count(*)::int as count
          from answers
         where ${answersInSlice(scope, slice)} and answers.metric = ${metric}::"MetricKey"
         group by 1, 2, 3`,
    );
    return collectCompared(metric, rows, slice.previousFrom !== null);
  },
);
