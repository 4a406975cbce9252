import "server-only";
import { cache } from "react";
import type { MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { answersInPeriod } from "../answers-sql";
import type { Slice } from "../schema";

/** The latest answers looked at: enough to see what is measured, so few that the frame of a page never waits for it. */
const LATEST_ANSWERS = 2000;

/** The metrics of the slice's latest answers, the one with most answers first. */
export const listAnsweredMetrics = cache(async (scope: Scope, slice: Slice): Promise<MetricKey[]> => {
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<{ metric: MetricKey }[]>`
      select metric::text as metric
        from (select answers.metric from answers
               where ${answersInPeriod(scope, slice)}
               order by answers.answered_at desc
               limit ${LATEST_ANSWERS}) as latest
       group by metric
       order by count(*) desc, metric`,
  );
  return rows.map((row) => row.metric);
});
