import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { locationTree, withinLocations } from "../location-sql";
import type { LocationOption } from "../schema";

/** The locations in the order of the tree, within the scope's locations: those in use, or with the archived ones. */
export async function listLocationOptions(
  scope: Scope,
  { includeArchived = false }: { includeArchived?: boolean } = {},
): Promise<LocationOption[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<LocationOption[]>`
      with recursive ${locationTree(scope)}
      select l.id, l.name, tree.depth, l.archived_at is not null as "isArchived"
        from locations l join tree on tree.id = l.id
       where l.organization_id = ${scope.organizationId}::uuid and (${includeArchived} or l.archived_at is null)
         and ${withinLocations(scope, "l.id")}
       order by tree.path collate "fi-x-icu", l.id`,
  );
}
