import "server-only";
import { cache } from "react";
import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { answersInSlice } from "../answers-sql";
import { type ComparedRow, collectCompared } from "../compared-distributions";
import type { ComparedDistribution, Slice } from "../schema";

type Row = ComparedRow & { key: MetricKey };

/** The slice's answers per metric, this period and the one before; metrics without an answer in either are missing. */
export const listMetricDistributions = cache(
  async (scope: Scope, slice: Slice): Promise<Map<MetricKey, ComparedDistribution>> => {
    const rows = await withScope(
      scope,
      (tx) => tx.$queryRaw<Row[]>`
        select answers.metric::text as key, answers.answered_at >= ${slice.from}::timestamptz as "isCurrent",
               answers.score::int as score, count(*)::int as count
          from answers
         where ${answersInSlice(scope, slice)}
         group by 1, 2, 3`,
    );
    const result = new Map<MetricKey, ComparedDistribution>();
    for (const metric of Object.keys(METRIC_SCALES) as MetricKey[]) {
      const ofMetric = rows.filter((row) => row.key === metric);
      const found = collectCompared(metric, ofMetric, slice.previousFrom !== null).get(metric);
      if (found) result.set(metric, found);
    }
    return result;
  },
);
