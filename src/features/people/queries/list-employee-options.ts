import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { withinLocations } from "../location-sql";
import type { EmployeeOption } from "../schema";

/**
 * The employees by name within the scope's locations (for the role "employee": only oneself): those in use, or with the
 * archived ones (for filters over past time).
 */
export async function listEmployeeOptions(
  scope: Scope,
  { includeArchived = false }: { includeArchived?: boolean } = {},
): Promise<EmployeeOption[]> {
  const onlyEmployeeId =
    scope.role === "employee" ? (scope.employeeId ?? "00000000-0000-0000-0000-000000000000") : null;
  return withScope(
    scope,
    (tx) => tx.$queryRaw<EmployeeOption[]>`
      select e.id, e.name, e.location_id as "locationId", l.name as "locationName",
             e.archived_at is not null as "isArchived"
        from employees e
        join locations l on l.organization_id = e.organization_id and l.id = e.location_id
       where e.organization_id = ${scope.organizationId}::uuid and (${includeArchived} or e.archived_at is null)
         and ${withinLocations(scope, "e.location_id")}
         and (${onlyEmployeeId}::uuid is null or e.id = ${onlyEmployeeId}::uuid)
       order by e.name collate "fi-x-icu", e.id`,
  );
}
