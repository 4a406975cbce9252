import type { CountInterval } from "@/features/dashboards/rollups/cover";
import type { Dimension, DimensionFilters } from "@/features/dashboards/schema";
import type { MetricKey } from "@/metrics/score-distribution";
import { querySql } from "../../database";
import { localDay, startOfBucket } from "./random-facts";

type Attributed = Record<Exclude<Dimension, never>, string | null>;
/** An answer to a main question, as it is stored. */
export type StoredAnswer = Attributed & { at: Date; metric: MetricKey; score: number };
/** An encounter with what became of it, worked out from the rows in this file alone. */
export type StoredEncounter = Attributed & { at: Date; outcome: string };

const ATTRIBUTION = `touchpoint_id as touchpoint, employee_id as employee, location_id as location,
  encounter_type_id as "encounterType", channel::text as channel, segment`;

/** Every main answer and every encounter there is, past every rule and without any SQL of the product. */
export async function readEverything(superuserUrl: string, organizationId: string) {
  const answers = await querySql<StoredAnswer>(
    superuserUrl,
    `select answered_at as at, metric::text as metric, score::int as score, ${ATTRIBUTION}
       from answers where organization_id = $1 and is_main`,
    [organizationId],
  );
  type Row = Attributed & {
    occurred_at: Date;
    reason: string | null;
    status: string | null;
    sent_at: Date | null;
    bounced_at: Date | null;
    closed_at: Date | null;
  };
  const encounters = await querySql<Row>(
    superuserUrl,
    `select e.occurred_at, e.no_invitation_reason::text as reason, i.status::text as status, i.sent_at, i.bounced_at,
            i.closed_at, ${ATTRIBUTION}
       from encounters e left join invitations i using (organization_id) where organization_id = $1
        and i.encounter_id is not distinct from e.id
     union all
     select e.occurred_at, e.no_invitation_reason::text, null, null, null, null, ${ATTRIBUTION}
       from encounters e where organization_id = $1
        and not exists (select from invitations i where i.organization_id = e.organization_id and i.encounter_id = e.id)`,
    [organizationId],
  );
  const withOutcome = encounters.map(
    (row): StoredEncounter => ({
      ...row,
      at: row.sent_at ?? row.occurred_at,
      outcome: outcomeOf(row),
    }),
  );
  return { answers, encounters: withOutcome };

  function outcomeOf({ reason, status, sent_at, bounced_at, closed_at }: Row): string {
    if (sent_at === null) {
      if (reason !== null) return reason;
      return status === "scheduled" || status === "not_sent" ? status : "undecided";
    }
    if (status === "answered") return closed_at ? "answered" : "answered_early";
    if (bounced_at) return "bounced";
    return closed_at ? "unanswered" : "waiting";
  }
}

/** Rows of the period that the filters let through, counted by group, bucket and `what`, as sorted lines of text. */
export function recount<Row extends Attributed & { at: Date }>(
  rows: Row[],
  slice: { from: Date; to: Date; filters: DimensionFilters },
  by: { groupBy: Dimension | null; interval: CountInterval | null; timeZone: string },
  what: (row: Row) => string,
): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.at < slice.from || row.at >= slice.to) continue;
    if (Object.entries(slice.filters).some(([dimension, value]) => row[dimension as Dimension] !== value))
      continue;
    const group = by.groupBy === null ? "all" : row[by.groupBy];
    if (group === null && by.groupBy !== "segment") continue;
    const day = localDay(row.at, by.timeZone);
    const bucket = by.interval === null ? "" : by.interval === "day" ? day : startOfBucket(day, by.interval);
    const line = `${group ?? ""} ${bucket} ${what(row)}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return Array.from(counts, ([line, count]) => `${line} ${count}`).sort();
}
