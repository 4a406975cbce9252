import "server-only";
import { withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { containsPattern } from "@/server/search-pattern";
import { locationTree, withinLocations } from "../location-sql";
import type { LocationListInput, LocationRow } from "../schema";
import { locationIsUsed } from "../usage-sql";

/** A page of the scope's locations in the order of the tree, with how many work there. Past the last page: the first. */
export async function listLocations(scope: Scope, input: LocationListInput): Promise<Page<LocationRow>> {
  const { q, page, archived } = input;
  const { skip, take } = pageWindow(page);
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<(LocationRow & { total: number })[]>`
      with recursive ${locationTree(scope)},
      listed as (
        select l.*, tree.depth, tree.path, count(*) over ()::int as total
          from locations l join tree on tree.id = l.id
         where l.organization_id = ${scope.organizationId}::uuid
           and (${archived} = 'all' or (l.archived_at is not null) = (${archived} = 'yes'))
           and (l.name ilike ${containsPattern(q)} or l.address ilike ${containsPattern(q)}
                or l.external_reference ilike ${containsPattern(q)})
           and ${withinLocations(scope, "l.id")}
         order by tree.path collate "fi-x-icu", l.id
         limit ${take} offset ${skip})
      select t.id, t.name, t.depth, t.archived_at is not null as "isArchived", t.address,
             t.external_reference as "externalReference", t.parent_id as "parentId", p.name as "parentName",
             (select count(*)::int from employees e
               where e.organization_id = t.organization_id and e.location_id = t.id and e.archived_at is null)
               as "employeeCount",
             ${locationIsUsed} as "isUsed", t.total
        from listed t
        left join locations p on p.organization_id = t.organization_id and p.id = t.parent_id
       order by t.path collate "fi-x-icu", t.id`,
  );
  if (rows.length === 0 && page > 1) return listLocations(scope, { ...input, page: 1 });
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}
