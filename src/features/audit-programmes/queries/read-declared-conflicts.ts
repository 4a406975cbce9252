import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { DeclaredConflict } from "../rules";

/**
 * What these members have declared: locations, and employees with where they work now (those who left work nowhere and are
 * left out). Nobody: empty.
 */
export async function readDeclaredConflicts(
  tx: Transaction,
  scope: Scope,
  memberIds: readonly string[],
): Promise<(DeclaredConflict & { memberId: string })[]> {
  return tx.$queryRaw<(DeclaredConflict & { memberId: string })[]>`
    select c.member_id as "memberId", c.reason, e.name as employee, e.team_id as "teamId",
           coalesce(c.location_id, e.location_id) as "locationId"
      from audit_conflicts c
      left join employees e on e.organization_id = c.organization_id and e.id = c.employee_id
     where c.organization_id = ${scope.organizationId}::uuid and c.member_id = any(${[...memberIds]}::uuid[])
       and e.archived_at is null
     order by c.declared_at, c.id`;
}
