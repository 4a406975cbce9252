import "server-only";
import { cache } from "react";
import { distributionFromRows, type MetricKey, type ScoreDistribution } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import { ForbiddenError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import type { Slice } from "../schema";

/** Everybody's answers together, and how many employees other than oneself they are about. */
export type OrganizationDistribution = { distribution: ScoreDistribution; otherEmployees: number };

/**
 * What an employee may know of the others: the whole organization's answers in the period, in one sum. Filters are left
 * out on purpose: narrowed to where only one colleague works, the organization's mean would be that colleague's.
 */
export const getOrganizationDistribution = cache(
  async (
    scope: Scope,
    { from, to }: Pick<Slice, "from" | "to">,
    metric: MetricKey,
  ): Promise<OrganizationDistribution> => {
    // Managers have listMetricDistributions, which knows their limits; this sum knows none.
    if (scope.role !== "employee") throw new ForbiddenError();
    type Row = { score: number | null; count: number; otherEmployees: number };
    const rows = await withScope(
      scope,
      (tx) => tx.$queryRaw<Row[]>`
        select score::int as score, count(*)::int as count,
               (count(distinct employee_id) filter (where employee_id is distinct from ${scope.employeeId}::uuid))::int
                 as "otherEmployees"
          from answers
         where organization_id = ${scope.organizationId}::uuid
           and answered_at >= ${from}::timestamptz and answered_at < ${to}::timestamptz
           and is_main and metric = ${metric}::"MetricKey"
         group by grouping sets ((score), ())`,
    );
    const scores = rows.flatMap(({ score, count }) => (score === null ? [] : [{ score, count }]));
    return {
      distribution: distributionFromRows(metric, scores),
      otherEmployees: rows.find((row) => row.score === null)?.otherEmployees ?? 0,
    };
  },
);
