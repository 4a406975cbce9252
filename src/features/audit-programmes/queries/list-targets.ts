import "server-only";
import { withinLocations } from "@/features/people/location-sql";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { assignmentState, assignmentsWithAudits } from "../assignment-state-sql";

export type TargetRow = {
  id: string;
  location: { id: string; name: string };
  touchpoint: { id: string; name: string };
  team: { id: string; name: string } | null;
  wanted: number;
  done: number;
  /** Offered, accepted, begun or late: on their way. */
  open: number;
};

/** A programme's targets with the visits towards each (of the same location, touchpoint and team), by location. */
export async function listTargets(scope: Scope, programmeId: string): Promise<TargetRow[]> {
  type Row = Omit<TargetRow, "location" | "touchpoint" | "team"> & {
    locationId: string;
    location: string;
    touchpointId: string;
    touchpoint: string;
    teamId: string | null;
    team: string | null;
  };
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<Row[]>`
      with visits as (
        select s.location_id, s.touchpoint_id, s.team_id, ${assignmentState(scope)} as state ${assignmentsWithAudits}
         where s.organization_id = ${scope.organizationId}::uuid and s.programme_id = ${programmeId}::uuid),
      counts as (
        select location_id, touchpoint_id, team_id, count(*) filter (where state = 'done')::int as done,
               count(*) filter (where state in ('planned', 'accepted', 'started', 'late'))::int as open
          from visits group by location_id, touchpoint_id, team_id)
      select t.id, l.id as "locationId", l.name as location, p.id as "touchpointId", p.name as touchpoint,
             m.id as "teamId", m.name as team, t.visits as wanted, coalesce(c.done, 0) as done,
             coalesce(c.open, 0) as open
        from audit_targets t
        join locations l on l.organization_id = t.organization_id and l.id = t.location_id
        join touchpoints p on p.organization_id = t.organization_id and p.id = t.touchpoint_id
        left join teams m on m.organization_id = t.organization_id and m.id = t.team_id
        left join counts c on c.location_id = t.location_id and c.touchpoint_id = t.touchpoint_id
                          and c.team_id is not distinct from t.team_id
       where t.organization_id = ${scope.organizationId}::uuid and t.programme_id = ${programmeId}::uuid
         and ${withinLocations(scope, "t.location_id")}
       order by l.name collate "fi-x-icu", p.position, m.name collate "fi-x-icu", t.id`,
  );
  return rows.map(({ locationId, location, touchpointId, touchpoint, teamId, team, ...row }) => ({
    ...row,
    location: { id: locationId, name: location },
    touchpoint: { id: touchpointId, name: touchpoint },
    team: teamId && team ? { id: teamId, name: team } : null,
  }));
}
