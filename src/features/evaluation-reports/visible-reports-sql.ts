import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";

/**
 * Which released reports a member sees, for queries with `report` (evaluation_reports), `subject` (evaluation_subjects) and
 * `cycle` (evaluation_cycles): an employee's own, once the subject may see it, for the account the employee had at the
 * release; those of whose subject the member is the named manager, and all for owners, where the cycle says so. Nobody else
 * sees any, whatever the role; programs, consultants and jobs none.
 */
export function visibleReports(scope: Scope): Prisma.Sql {
  const leads = scope.role === "owner" || scope.role === "manager";
  return Prisma.sql`(report.organization_id = ${scope.organizationId}::uuid and (
    (subject.kind = 'employee' and subject.employee_id = ${scope.employeeId}::uuid
      and (report.subject_member_id = ${scope.memberId}::uuid
           or (report.subject_member_id is null
               and exists (select from members own
                            where own.organization_id = report.organization_id and own.id = ${scope.memberId}::uuid
                              and own.created_at > report.released_at)))
      and report.subject_sees_from <= ${scope.now})
    or (${leads} and cycle.managers_see and subject.manager_member_id = ${scope.memberId}::uuid)
    or (${scope.role === "owner"} and cycle.owners_see)))`;
}
