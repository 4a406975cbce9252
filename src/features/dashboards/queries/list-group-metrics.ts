import "server-only";
import { cache } from "react";
import type { MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { answersInPeriod } from "../answers-sql";
import { dimensionValue } from "../attribution-sql";
import { groupRows } from "../group-rows";
import type { Dimension, Slice } from "../schema";

/** Which metrics the period's answers of each touchpoint, employee … are of, the one with most answers first. */
export const listGroupMetrics = cache(
  async (scope: Scope, slice: Slice, dimension: Dimension): Promise<Map<string, MetricKey[]>> => {
    const rows = await withScope(
      scope,
      (tx) => tx.$queryRaw<{ key: string; metric: MetricKey }[]>`
        select coalesce(${dimensionValue(dimension, "answers")}, '') as key, answers.metric::text as metric
          from answers
         where ${answersInPeriod(scope, slice)}
         group by 1, 2
         order by count(*) desc, 2`,
    );
    return new Map(
      Array.from(
        groupRows(rows, (row) => row.key),
        ([key, keyRows]) => [key, keyRows.map((row) => row.metric)],
      ),
    );
  },
);
