import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";
import { countedAudits, visibleAudits } from "../visible-audits-sql";
import { isReviewer } from "./rules";
import type { AuditListInput, AuditTab } from "./schema";

/**
 * Which rows of `audits a` a tab holds for this scope. The queues of reviewers hold audits whose content they may not see
 * yet (a manager's, before taking them): who, where and when, for somebody to take them.
 */
export function auditsOfTab(scope: Scope, tab: AuditTab): Prisma.Sql {
  const own = Prisma.sql`a.organization_id = ${scope.organizationId}::uuid`;
  switch (tab) {
    case "review":
      return isReviewer(scope)
        ? Prisma.sql`(${own} and a.status in ('submitted', 'in_review')
                      and not (a.kind = 'mystery' and a.auditor_member_id = ${scope.memberId}::uuid))`
        : Prisma.sql`false`;
    case "returned":
      return isReviewer(scope) ? Prisma.sql`(${own} and a.status = 'returned')` : Prisma.sql`false`;
    case "published":
      return countedAudits(scope);
    case "mine":
      return Prisma.sql`(${visibleAudits(scope)} and a.auditor_member_id = ${scope.memberId}::uuid)`;
  }
}

/** The conditions a list's filters put on `audits a`. */
export function filteredAudits(filters: Partial<AuditListInput>): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (filters.kind) conditions.push(Prisma.sql`a.kind = ${filters.kind}::"AuditKind"`);
  if (filters.location) conditions.push(Prisma.sql`a.location_id = ${filters.location}::uuid`);
  if (filters.touchpoint) conditions.push(Prisma.sql`a.touchpoint_id = ${filters.touchpoint}::uuid`);
  if (filters.programme) conditions.push(Prisma.sql`a.programme_id = ${filters.programme}::uuid`);
  if (filters.employee) conditions.push(Prisma.sql`a.employee_id = ${filters.employee}::uuid`);
  if (filters.appealed) {
    conditions.push(Prisma.sql`exists (select 1 from audit_appeals p
       where p.organization_id = a.organization_id and p.audit_id = a.id and p.status = 'open')`);
  }
  return Prisma.join(conditions, " and ");
}
