import "server-only";
import { withinLocations } from "@/features/people/location-sql";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { assignmentState, assignmentsWithAudits } from "../assignment-state-sql";

/** A location's visits by how they stand; `wanted` is the targets' sum, 0 where none was set. */
export type BoardRow = {
  locationId: string;
  location: string;
  wanted: number;
  planned: number;
  accepted: number;
  started: number;
  done: number;
  late: number;
  declined: number;
};

/**
 * How a programme's visits stand at each location of the scope that has a target or a visit, by the location's name.
 * Cancelled visits are left out. A programme of somebody else has none: empty. For managers limited to locations a visit
 * that has been begun is an accepted one still: the auditor may be in the shop at this moment.
 */
export async function getProgrammeBoard(scope: Scope, programmeId: string): Promise<BoardRow[]> {
  const mayKnowOfStart = scope.locationIds === null;
  return withScope(
    scope,
    (tx) => tx.$queryRaw<BoardRow[]>`
      with visits as (
        select s.location_id, ${assignmentState(scope)} as state ${assignmentsWithAudits}
         where s.organization_id = ${scope.organizationId}::uuid and s.programme_id = ${programmeId}::uuid
           and s.status <> 'cancelled'),
      counts as (
        select location_id, 0 as wanted, count(*) filter (where state = 'planned') as planned,
               count(*) filter (where state = 'accepted' or state = 'started' and not ${mayKnowOfStart}) as accepted,
               count(*) filter (where state = 'started' and ${mayKnowOfStart}) as started, count(*) filter (where state = 'done') as done,
               count(*) filter (where state = 'late') as late, count(*) filter (where state = 'declined') as declined
          from visits group by location_id
        union all
        select t.location_id, t.visits, 0, 0, 0, 0, 0, 0 from audit_targets t
         where t.organization_id = ${scope.organizationId}::uuid and t.programme_id = ${programmeId}::uuid)
      select l.id as "locationId", l.name as location, sum(c.wanted)::int as wanted, sum(c.planned)::int as planned,
             sum(c.accepted)::int as accepted, sum(c.started)::int as started, sum(c.done)::int as done,
             sum(c.late)::int as late, sum(c.declined)::int as declined
        from counts c
        join locations l on l.organization_id = ${scope.organizationId}::uuid and l.id = c.location_id
       where ${withinLocations(scope, "l.id")}
       group by l.id, l.name
       order by l.name collate "fi-x-icu", l.id`,
  );
}
