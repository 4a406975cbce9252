import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";

/**
 * SQL condition on "responses": a customer's words about the colleague's or one's own encounters which this scope may read
 * anyway (dashboards read the same: an employee the own ones, a limited manager the locations', a consultant none). Never
 * an anonymous answer's: beside a name it would tell whom it was about.
 */
export function readableComments(scope: Scope, colleagueId: string): Prisma.Sql {
  if (scope.role === null || scope.role === "consultant") return Prisma.sql`false`;
  const conditions = [
    Prisma.sql`responses.organization_id = ${scope.organizationId}::uuid`,
    Prisma.sql`(responses.comment is not null or responses.follow_up is not null)`,
    Prisma.sql`(responses.encounter_id is not null or responses.answer_import_id is not null)`,
    scope.role === "employee"
      ? Prisma.sql`responses.employee_id = ${scope.employeeId}::uuid`
      : Prisma.sql`responses.employee_id in (${colleagueId}::uuid, ${scope.employeeId}::uuid)`,
  ];
  if (scope.locationIds !== null) {
    conditions.push(Prisma.sql`responses.location_id = any(${[...scope.locationIds]}::uuid[])`);
  }
  return Prisma.join(conditions, " and ");
}
