import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";
import { attributionConditions } from "./attribution-sql";
import type { Slice } from "./schema";

/**
 * SQL query: one row per encounter of the slice (from the beginning of its previous period), with the encounter's columns
 * named by `column`, `outcome` (EncounterOutcome) and `is_current`.
 *
 * An encounter belongs to the day its invitation was sent; one without a sent invitation to the day it took place. So each
 * encounter is counted once, and the response rate is that of the invitations sent in the period. Both halves begin with
 * an index on organization and time.
 */
export function outcomesInSlice(scope: Scope, slice: Slice, column: Prisma.Sql): Prisma.Sql {
  const from = slice.previousFrom ?? slice.from;
  const attribution = attributionConditions(scope, slice.filters, "encounters");
  return Prisma.sql`
    select ${column} as key, invitations.sent_at >= ${slice.from}::timestamptz as is_current,
           case when invitations.status::text = 'answered'
                  then case when invitations.expires_at > ${scope.now}::timestamptz then 'answered_early' else 'answered' end
                when invitations.bounced_at is not null then 'bounced'
                when invitations.expires_at > ${scope.now}::timestamptz then 'waiting'
                else 'unanswered' end as outcome
      from invitations
      join encounters on encounters.organization_id = invitations.organization_id
                     and encounters.id = invitations.encounter_id
     where invitations.organization_id = ${scope.organizationId}::uuid
       and invitations.sent_at >= ${from}::timestamptz and invitations.sent_at < ${slice.to}::timestamptz
       and ${attribution}
    union all
    select ${column}, encounters.occurred_at >= ${slice.from}::timestamptz,
           coalesce(encounters.no_invitation_reason::text,
                    case invitations.status::text when 'scheduled' then 'scheduled'
                                                  when 'not_sent' then 'not_sent' else 'undecided' end)
      from encounters
      left join invitations on invitations.organization_id = encounters.organization_id
                           and invitations.encounter_id = encounters.id
     where encounters.organization_id = ${scope.organizationId}::uuid
       and encounters.occurred_at >= ${from}::timestamptz and encounters.occurred_at < ${slice.to}::timestamptz
       and invitations.sent_at is null
       and ${attribution}`;
}
