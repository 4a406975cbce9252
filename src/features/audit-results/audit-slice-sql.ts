import "server-only";
import { countedAudits } from "@/features/audits/visible-audits-sql";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";
import type { AuditFilters, AuditSlice } from "./schema";

/**
 * SQL condition on `audits a`: the audits of the slice that this scope counts. Beyond what the scope may read
 * (`countedAudits`), an employee's figures are of audits naming the employee and a limited manager's of the own
 * locations, also where they made or reviewed others. Organization and time come as the index audits_published_idx has
 * them.
 */
export function auditsInSlice(scope: Scope, slice: AuditSlice): Prisma.Sql {
  const conditions = [
    periodOf(scope, slice),
    countedAudits(scope),
    ...filterConditions(scope, slice.filters),
  ];
  if (scope.role === "employee") conditions.push(Prisma.sql`a.employee_id = ${scope.employeeId}::uuid`);
  if (scope.locationIds !== null) {
    conditions.push(Prisma.sql`a.location_id = any(${[...scope.locationIds]}::uuid[])`);
  }
  return Prisma.join(conditions, " and ");
}

/**
 * SQL condition on `audits a`: what an auditor's severity is judged against. For consultants, who read nobody else's
 * audits, all published ones that are open to the whole organization; only their difference to the own ones is told.
 */
export function auditsToCompare(scope: Scope, slice: AuditSlice): Prisma.Sql {
  if (scope.role !== "consultant") return auditsInSlice(scope, slice);
  const conditions = [
    periodOf(scope, slice),
    Prisma.sql`a.status = 'published' and (a.others_from <= ${scope.now} or a.auditor_member_id = ${scope.memberId}::uuid)`,
    ...filterConditions(scope, slice.filters),
  ];
  return Prisma.join(conditions, " and ");
}

/** SQL columns: the AuditSums of the audits `a` of a group. Numeric, so that every order of adding up gives the same. */
export const AUDIT_SUMS = Prisma.sql`count(a.score)::int as n, coalesce(sum(a.score::numeric), 0)::float8 as sum,
  coalesce(sum(a.score::numeric * a.score::numeric), 0)::float8 as "sumOfSquares",
  count(*)::int as visits, count(*) filter (where a.is_failed)::int as failed`;

function periodOf(scope: Scope, { kind, from, to }: AuditSlice): Prisma.Sql {
  return Prisma.sql`a.organization_id = ${scope.organizationId}::uuid and a.published_at is not null
    and a.visit_started_at >= ${from}::timestamptz and a.visit_started_at < ${to}::timestamptz
    and a.kind = ${kind}::"AuditKind"`;
}

function filterConditions(scope: Scope, filters: AuditFilters): Prisma.Sql[] {
  const { location, touchpoint, employee, channel, encounterType, form } = filters;
  return [
    ...(location ? [withinLocation(scope, location)] : []),
    ...(touchpoint ? [Prisma.sql`a.touchpoint_id = ${touchpoint}::uuid`] : []),
    ...(employee ? [Prisma.sql`a.employee_id = ${employee}::uuid`] : []),
    ...(channel ? [Prisma.sql`a.channel = ${channel}::"Channel"`] : []),
    ...(encounterType ? [Prisma.sql`a.encounter_type_id = ${encounterType}::uuid`] : []),
    ...(form
      ? [
          Prisma.sql`a.form_version_id = any (array(select id from audit_form_versions
             where organization_id = ${scope.organizationId}::uuid and form_id = ${form}::uuid))`,
        ]
      : []),
  ];
}

/** At this location or at one below it in the tree. */
function withinLocation(scope: Scope, location: string): Prisma.Sql {
  return Prisma.sql`a.location_id = any (array(
    with recursive below (id) as (
      select ${location}::uuid
      union
      select locations.id from locations join below on locations.parent_id = below.id
       where locations.organization_id = ${scope.organizationId}::uuid
    )
    select id from below))`;
}
