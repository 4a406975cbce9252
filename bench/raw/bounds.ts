import type pg from "pg";
import { TIME_ZONE } from "../data/cast";

/** Days as the dashboards and the programming interface take them (both included), and the instants they begin and end at. */
export type Bounds = {
  firstDay: string;
  lastDay: string;
  dayAfter: string;
  from: Date;
  to: Date;
  previousFrom: Date;
};

/** A span that ends today, as PostgreSQL writes it ("90 days"), on the organization's calendar. */
export async function readBounds(client: pg.Client, span: string): Promise<Bounds> {
  const { rows } = await client.query(
    `WITH days AS (SELECT today, (today + 1 - $1::interval)::date AS first FROM (SELECT (now() AT TIME ZONE $2)::date AS today) d)
     SELECT first::text AS "firstDay", today::text AS "lastDay", (today + 1)::text AS "dayAfter", first::timestamp AT TIME ZONE $2 AS "from",
            (today + 1)::timestamp AT TIME ZONE $2 AS "to",
            (first - (today + 1 - first))::timestamp AT TIME ZONE $2 AS "previousFrom"
       FROM days`,
    [span, TIME_ZONE],
  );
  return rows[0];
}
