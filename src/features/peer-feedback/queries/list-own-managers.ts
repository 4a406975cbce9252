import "server-only";
import { withScope } from "@/server/database";
import { requireEmployee } from "@/server/require-employee";
import type { Scope } from "@/server/scope";

/** The names of those who see what the employee behind this member shows to managers; may be nobody. */
export async function listOwnManagers(scope: Scope): Promise<string[]> {
  const employeeId = requireEmployee(scope);
  const members = await withScope(
    scope,
    (tx) => tx.$queryRaw<{ name: string }[]>`
      select u.name
        from members m
        join users u on u.id = m.user_id
        join employees e on e.organization_id = m.organization_id and e.id = ${employeeId}::uuid
       where m.organization_id = ${scope.organizationId}::uuid and m.archived_at is null and m.role = 'manager'
         and m.employee_id is distinct from e.id
         and (m.all_locations or exists (select 1 from member_locations l
                                          where l.organization_id = m.organization_id and l.member_id = m.id
                                            and l.location_id = e.location_id))
       order by u.name collate "fi-x-icu", m.id`,
  );
  return members.map(({ name }) => name);
}
