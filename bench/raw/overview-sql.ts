import { TIME_ZONE } from "../data/cast";
import type { Bounds } from "./bounds";

/**
 * The overview page's figures of answers counted from the answers themselves, in one statement: by metric, by week or month,
 * by touchpoint and by employee, for the period and the one before it. The response funnel and the comments are left to
 * the product; without row-level security.
 */
export function overviewSql(organizationId: string, bounds: Bounds, interval: "week" | "month") {
  return {
    text: `SELECT metric::text, is_current AS "isCurrent", bucket::text, touchpoint_id AS touchpoint, employee_id AS employee,
                  score::int, count(*)::int AS count
      FROM (SELECT metric, answered_at >= $3 AS is_current, score, touchpoint_id, employee_id,
                   date_trunc($5, answered_at AT TIME ZONE $6)::date AS bucket
              FROM answers
             WHERE organization_id = $1 AND is_main AND answered_at >= $2 AND answered_at < $4) AS counted
     GROUP BY metric, is_current, score, GROUPING SETS ((), (bucket), (touchpoint_id), (employee_id))`,
    values: [organizationId, bounds.previousFrom, bounds.from, bounds.to, interval, TIME_ZONE],
  };
}

export type OverviewRow = {
  metric: "nps" | "csat" | "ces";
  isCurrent: boolean;
  bucket: string | null;
  touchpoint: string | null;
  employee: string | null;
  score: number;
  count: number;
};
