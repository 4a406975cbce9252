import "server-only";
import { cache } from "react";
import { distributionFromRows, type MetricKey, type ScoreDistribution } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { answersInPeriod } from "../answers-sql";
import { groupRows } from "../group-rows";
import type { Interval } from "../periods";
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
    const rows = await withScope(
      scope,
      (tx) => tx.$queryRaw<{ key: string; score: number; count: number }[]>`
        select to_char(date_trunc(${interval}, answers.answered_at at time zone ${scope.timeZone}), 'YYYY-MM-DD') as key,
               answers.score::int as score, count(*)::int as count
          from answers
         where ${answersInPeriod(scope, slice)} and answers.metric = ${metric}::"MetricKey"
         group by 1, 2`,
    );
    const byKey = groupRows(rows, (row) => row.key);
    return new Map(Array.from(byKey, ([key, keyRows]) => [key, distributionFromRows(metric, keyRows)]));
  },
);
