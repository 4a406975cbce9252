import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";

/**
 * How the assignment `s` with its audit `a` (left joined) stands: an AssignmentState. Done once its audit was submitted;
 * late when its window closed before that.
 */
export function assignmentState(scope: Scope): Prisma.Sql {
  return Prisma.sql`case
    when s.status = 'cancelled' then 'cancelled'
    when s.status = 'declined' then 'declined'
    when a.submitted_at is not null then 'done'
    when s.window_ends_at <= ${scope.now} then 'late'
    when a.id is not null then 'started'
    when s.status = 'accepted' then 'accepted'
    else 'planned' end`;
}

/** Whether the assignment `s` was done, or is still open, after its window had closed. */
export function assignmentIsLate(scope: Scope): Prisma.Sql {
  return Prisma.sql`(s.status in ('offered', 'accepted')
    and coalesce(a.submitted_at, ${scope.now}) >= s.window_ends_at)`;
}

/** `from audit_assignments s` with what the two above need. */
export const assignmentsWithAudits = Prisma.sql`
  from audit_assignments s
  left join audits a on a.organization_id = s.organization_id and a.assignment_id = s.id`;
