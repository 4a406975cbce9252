import "server-only";
import type { EmployeeOption } from "@/features/people/schema";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/**
 * Employees who work elsewhere now but have met customers at the locations the scope is limited to: their encounters there
 * stay in those locations' figures. Empty for whoever sees the whole organization.
 */
export async function listFormerEmployees(scope: Scope): Promise<EmployeeOption[]> {
  if (scope.locationIds === null) return [];
  const locationIds = [...scope.locationIds];
  return withScope(
    scope,
    (tx) => tx.$queryRaw<EmployeeOption[]>`
      select employees.id, employees.name, employees.location_id as "locationId", '' as "locationName",
             true as "isArchived"
        from employees
       where employees.organization_id = ${scope.organizationId}::uuid
         and employees.location_id <> all(${locationIds}::uuid[])
         and exists (select 1 from encounters
                      where encounters.organization_id = employees.organization_id
                        and encounters.employee_id = employees.id
                        and encounters.location_id = any(${locationIds}::uuid[]))
       order by employees.name collate "fi-x-icu", employees.id`,
  );
}
