import "server-only";
import { withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { containsPattern } from "@/server/search-pattern";
import type { EncounterTypeListInput, EncounterTypeRow } from "../schema";
import { encounterTypeIsUsed } from "../usage-sql";

/** A page of the encounter types by name, with how often each was recorded within the scope's locations. Past the last page: the first. */
export async function listEncounterTypes(
  scope: Scope,
  input: EncounterTypeListInput,
): Promise<Page<EncounterTypeRow>> {
  const { q, page, archived } = input;
  const { skip, take } = pageWindow(page);
  const locationIds = scope.locationIds && [...scope.locationIds];
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<(EncounterTypeRow & { total: number })[]>`
      with listed as (
        select *, count(*) over ()::int as total
          from encounter_types
         where organization_id = ${scope.organizationId}::uuid
           and (${archived} = 'all' or (archived_at is not null) = (${archived} = 'yes'))
           and (name ilike ${containsPattern(q)} or description ilike ${containsPattern(q)})
         order by name collate "fi-x-icu", id
         limit ${take} offset ${skip})
      select t.id, t.name, t.description, t.archived_at is not null as "isArchived", t.total,
             (select count(*)::int from encounters e
               where e.organization_id = t.organization_id and e.encounter_type_id = t.id
                 and (${locationIds}::uuid[] is null or e.location_id = any(${locationIds}::uuid[])))
               as "encounterCount",
             ${encounterTypeIsUsed} as "isUsed"
        from listed t
       order by t.name collate "fi-x-icu", t.id`,
  );
  if (rows.length === 0 && page > 1) return listEncounterTypes(scope, { ...input, page: 1 });
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}
