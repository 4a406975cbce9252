import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";
import type { Counted } from "./rollups/counts-sql";

/**
 * Encounters by outcome (EncounterOutcome), one sum: how many. An encounter belongs to the day its invitation was sent; one
 * without a sent invitation to the day it took place. So each encounter is counted once, and the response rate is that of
 * the invitations sent in the period.
 */
export const OUTCOMES_COUNTED: Counted = {
  counts: {
    table: "outcome_counts",
    key: Prisma.raw("outcome_counts.outcome"),
    where: Prisma.sql`true`,
    sums: [Prisma.raw("outcome_counts.count")],
    moment: Prisma.empty,
  },
  changes: {
    table: "outcome_changes",
    key: Prisma.raw("outcome_changes.outcome"),
    where: Prisma.sql`true`,
    sums: [Prisma.raw("sum(outcome_changes.count)")],
    moment: Prisma.raw("outcome_changes.moment"),
  },
  raw: {
    alias: "encounters",
    key: Prisma.raw("encounters.outcome"),
    where: Prisma.sql`true`,
    sums: [Prisma.raw("count(*)")],
    moment: Prisma.raw("encounters.moment"),
    source: (scope, from, to) => ({ from: encountersWithOutcome(scope, from, to), where: Prisma.sql`true` }),
  },
};

/** One row per encounter. Both halves begin with an index on organization and time. */
function encountersWithOutcome(scope: Scope, from: Date, to: Date): Prisma.Sql {
  return Prisma.sql`(
    select met.organization_id, met.touchpoint_id, met.employee_id, met.location_id, met.encounter_type_id, met.channel,
           met.segment, invitations.sent_at as moment,
           encounter_outcome(met.no_invitation_reason, invitations.status, invitations.sent_at, invitations.bounced_at,
                             invitations.closed_at) as outcome
      from invitations
      join encounters as met on met.organization_id = invitations.organization_id
                            and met.id = invitations.encounter_id
     where invitations.organization_id = ${scope.organizationId}::uuid
       and invitations.sent_at >= ${from}::timestamptz and invitations.sent_at < ${to}::timestamptz
    union all
    select met.organization_id, met.touchpoint_id, met.employee_id, met.location_id, met.encounter_type_id, met.channel,
           met.segment, met.occurred_at,
           encounter_outcome(met.no_invitation_reason, invitations.status, null, null, null)
      from encounters as met
      left join invitations on invitations.organization_id = met.organization_id and invitations.encounter_id = met.id
     where met.organization_id = ${scope.organizationId}::uuid
       and met.occurred_at >= ${from}::timestamptz and met.occurred_at < ${to}::timestamptz
       and invitations.sent_at is null) as encounters`;
}
