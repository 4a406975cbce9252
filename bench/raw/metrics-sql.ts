import { TIME_ZONE } from "../data/cast";

/** Columns of the answers by the names that the programming interface has for them. */
export const GROUPS = {
  none: null,
  touchpoint: "touchpoint_id",
  employee: "employee_id",
  location: "location_id",
  channel: "channel",
  encounterType: "encounter_type_id",
  segment: "segment",
} as const;
export type Group = keyof typeof GROUPS;
export const INTERVALS = ["none", "day", "week", "month"] as const;
export type Interval = (typeof INTERVALS)[number];

export type MetricsQuery = { groupBy: Group; interval: Interval; firstDay: string; dayAfter: string };
export type MetricsRow = { group: string | null; bucket: string | null; score: number; count: number };

/** A query of the programming interface, counted from the answers themselves; without row-level security. */
export function metricsSql(organizationId: string, metric: string, query: MetricsQuery) {
  const column = GROUPS[query.groupBy];
  const group = column === null ? "NULL" : column === "segment" ? "coalesce(segment, '')" : `${column}::text`;
  const bucket =
    query.interval === "none"
      ? "NULL"
      : `date_trunc('${query.interval}', answered_at AT TIME ZONE '${TIME_ZONE}')::date::text`;
  return {
    text: `SELECT ${group} AS "group", ${bucket} AS bucket, score::int, count(*)::int AS count
      FROM answers
     WHERE organization_id = $1 AND is_main AND metric = $2::"MetricKey"
       AND answered_at >= $3::date::timestamp AT TIME ZONE '${TIME_ZONE}'
       AND answered_at < $4::date::timestamp AT TIME ZONE '${TIME_ZONE}'
     GROUP BY 1, 2, 3`,
    values: [organizationId, metric, query.firstDay, query.dayAfter],
  };
}
