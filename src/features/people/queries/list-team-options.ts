import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { withinLocations } from "../location-sql";
import type { TeamOption } from "../schema";

/** The teams by name that employees within the scope's locations may belong to; teams without a location are for all. */
export async function listTeamOptions(
  scope: Scope,
  { includeArchived = false }: { includeArchived?: boolean } = {},
): Promise<TeamOption[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<TeamOption[]>`
      select t.id, t.name, t.location_id as "locationId", l.name as "locationName",
             t.archived_at is not null as "isArchived"
        from teams t
        left join locations l on l.organization_id = t.organization_id and l.id = t.location_id
       where t.organization_id = ${scope.organizationId}::uuid and (${includeArchived} or t.archived_at is null)
         and (t.location_id is null or ${withinLocations(scope, "t.location_id")})
       order by t.name collate "fi-x-icu", t.id`,
  );
}
