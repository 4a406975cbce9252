import "server-only";
import { withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { containsPattern } from "@/server/search-pattern";
import { withinLocations } from "../location-sql";
import type { TeamListInput, TeamRow } from "../schema";
import { teamIsUsed } from "../usage-sql";

/**
 * A page of teams by name, with how many belong to each. Whoever is limited to locations sees the teams there and, to
 * look at, those of the whole organization. Past the last page: the first.
 */
export async function listTeams(scope: Scope, input: TeamListInput): Promise<Page<TeamRow>> {
  const { q, page, archived, location } = input;
  const { skip, take } = pageWindow(page);
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<(TeamRow & { total: number })[]>`
      with listed as (
        select teams.*, count(*) over ()::int as total
          from teams
         where organization_id = ${scope.organizationId}::uuid
           and (${archived} = 'all' or (archived_at is not null) = (${archived} = 'yes'))
           and name ilike ${containsPattern(q)}
           and (${location} = '' or location_id::text = ${location})
           and (location_id is null or ${withinLocations(scope, "location_id")})
         order by name collate "fi-x-icu", id
         limit ${take} offset ${skip})
      select t.id, t.name, t.location_id as "locationId", l.name as "locationName",
             t.archived_at is not null as "isArchived",
             (select count(*)::int from employees e
               where e.organization_id = t.organization_id and e.team_id = t.id and e.archived_at is null
                 and ${withinLocations(scope, "e.location_id")}) as "employeeCount",
             ${teamIsUsed} as "isUsed", t.total
        from listed t
        left join locations l on l.organization_id = t.organization_id and l.id = t.location_id
       order by t.name collate "fi-x-icu", t.id`,
  );
  if (rows.length === 0 && page > 1) return listTeams(scope, { ...input, page: 1 });
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}
