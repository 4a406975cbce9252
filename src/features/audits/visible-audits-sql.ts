import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";
import { isReviewer } from "./review/rules";

/**
 * Which rows of `audits a` this scope may see the content of; every list, page, file, figure, export and API answer about
 * audits uses this one condition.
 *
 * - whoever made it, and whoever reviews it as long as they are a reviewer: always
 * - owners (and jobs): once it was submitted
 * - the named employee, and managers limited to its location: from its publication
 * - managers of the whole organization and programs: from `others_from`, a set number of days later
 */
export function visibleAudits(scope: Scope): Prisma.Sql {
  const ways = [Prisma.sql`false`];
  if (scope.memberId) {
    ways.push(Prisma.sql`a.auditor_member_id = ${scope.memberId}::uuid`);
    // A reviewer who became an employee or a location's manager sees no more than their like.
    if (isReviewer(scope)) ways.push(Prisma.sql`a.reviewer_member_id = ${scope.memberId}::uuid`);
  }
  // A job that does a member's bidding (writes a mail to them) sees what that member sees.
  const isOwnersOrJobs = scope.role === "owner" || (scope.actor === "job" && !scope.memberId);
  if (isOwnersOrJobs) ways.push(Prisma.sql`a.submitted_at is not null`);
  if (scope.employeeId) {
    ways.push(Prisma.sql`(a.published_at is not null and a.employee_id = ${scope.employeeId}::uuid)`);
  }
  if (scope.role === "manager" && scope.locationIds) {
    ways.push(
      Prisma.sql`(a.published_at is not null and a.location_id = any(${[...scope.locationIds]}::uuid[]))`,
    );
  }
  if ((scope.role === "manager" && !scope.locationIds) || scope.actor === "api") {
    ways.push(Prisma.sql`(a.published_at is not null and a.others_from <= ${scope.now})`);
  }
  return Prisma.sql`(a.organization_id = ${scope.organizationId}::uuid and (${Prisma.join(ways, " or ")}))`;
}

/** The visible audits that figures count: the published ones. */
export function countedAudits(scope: Scope): Prisma.Sql {
  return Prisma.sql`(${visibleAudits(scope)} and a.status = 'published')`;
}
