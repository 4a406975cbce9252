import "server-only";
import { withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { containsPattern } from "@/server/search-pattern";
import { withinLocations } from "../location-sql";
import type { EmployeeListInput, EmployeeRow } from "../schema";
import { employeeIsUsed } from "../usage-sql";

/** A page of the employees within the scope's locations, by name. Past the last page: the first. */
export async function listEmployees(scope: Scope, input: EmployeeListInput): Promise<Page<EmployeeRow>> {
  const { q, page, archived, location, team } = input;
  const { skip, take } = pageWindow(page);
  const words = containsPattern(q);
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<(EmployeeRow & { total: number })[]>`
      with listed as (
        select employees.*, count(*) over ()::int as total
          from employees
         where organization_id = ${scope.organizationId}::uuid
           and (${archived} = 'all' or (archived_at is not null) = (${archived} = 'yes'))
           and (name ilike ${words} or email ilike ${words} or title ilike ${words}
                or external_reference ilike ${words})
           and (${location} = '' or location_id::text = ${location})
           and (${team} = '' or team_id::text = ${team})
           and ${withinLocations(scope, "location_id")}
         order by name collate "fi-x-icu", id
         limit ${take} offset ${skip})
      select t.id, t.name, t.email, t.title, t.external_reference as "externalReference",
             t.location_id as "locationId", l.name as "locationName",
             m.id as "teamId", m.name as "teamName",
             t.archived_at is not null as "isArchived", ${employeeIsUsed} as "isUsed", t.total
        from listed t
        join locations l on l.organization_id = t.organization_id and l.id = t.location_id
        left join teams m
          on m.organization_id = t.organization_id and m.id = t.team_id and m.archived_at is null
       order by t.name collate "fi-x-icu", t.id`,
  );
  if (rows.length === 0 && page > 1) return listEmployees(scope, { ...input, page: 1 });
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}
