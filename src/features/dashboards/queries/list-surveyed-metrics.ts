import "server-only";
import { cache } from "react";
import type { MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** The metrics that published surveys ask about in their main question, answered or not. */
export const listSurveyedMetrics = cache(async (scope: Scope): Promise<MetricKey[]> => {
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<{ metric: MetricKey }[]>`
      select distinct metric::text as metric
        from questions
       where organization_id = ${scope.organizationId}::uuid and is_main and metric is not null
       order by 1 desc`,
  );
  return rows.map((row) => row.metric);
});
