import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { containsPattern } from "@/server/search-pattern";

/** So many letters of an employee's name have to be known: the search is for whom one knows, not a list of the staff. */
const LETTERS_NEEDED = 3;
const MOST_SHOWN = 8;

export type ConflictSubject = { value: string; label: string; detail?: string };

/** Locations in use for declaring a conflict of interest, by name. */
export async function searchConflictLocations(scope: Scope, query: string): Promise<ConflictSubject[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<ConflictSubject[]>`
      select id as value, name as label, coalesce(address, '') as detail from locations
       where organization_id = ${scope.organizationId}::uuid and archived_at is null
         and name ilike ${containsPattern(query)}
       order by name collate "fi-x-icu", id limit 50`,
  );
}

/**
 * Employees in use whose name contains what was written, with where they work. A consultant must name somebody without
 * being given the staff: below three letters nobody is found, and never more than eight.
 */
export async function searchConflictEmployees(scope: Scope, query: string): Promise<ConflictSubject[]> {
  if (query.trim().length < LETTERS_NEEDED) return [];
  return withScope(
    scope,
    (tx) => tx.$queryRaw<ConflictSubject[]>`
      select e.id as value, e.name as label, l.name as detail
        from employees e
        join locations l on l.organization_id = e.organization_id and l.id = e.location_id
       where e.organization_id = ${scope.organizationId}::uuid and e.archived_at is null
         and e.name ilike ${containsPattern(query)}
       order by e.name collate "fi-x-icu", e.id limit ${MOST_SHOWN}`,
  );
}
