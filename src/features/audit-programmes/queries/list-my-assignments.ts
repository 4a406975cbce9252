import "server-only";
import type { AuditStatus, Channel } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { assignmentIsLate, assignmentState, assignmentsWithAudits } from "../assignment-state-sql";
import type { AssignmentState } from "../schema";

export type MyAssignment = {
  id: string;
  state: AssignmentState;
  isLate: boolean;
  isDouble: boolean;
  /** Whether the consultant has said yes. */
  isAccepted: boolean;
  programme: string;
  location: string;
  address: string | null;
  touchpoint: string;
  channel: Channel;
  windowStartsAt: Date;
  windowEndsAt: Date;
  auditId: string | null;
  auditStatus: AuditStatus | null;
};

/** How many finished ones are listed. */
const FINISHED_SHOWN = 20;

/**
 * One's own assignments: what is to be done, in the order in which windows end (an audit that was sent back is to be done
 * again), and the latest that are finished, newest first. Nobody else's, whatever the role. None: empty.
 */
export async function listMyAssignments(
  scope: Scope,
): Promise<{ open: MyAssignment[]; finished: MyAssignment[] }> {
  if (!scope.memberId) return { open: [], finished: [] };
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<(MyAssignment & { isOpen: boolean })[]>`
      with own as (
        select s.id, s.programme_id, s.location_id, s.touchpoint_id, s.organization_id, s.window_starts_at, s.window_ends_at,
               ${assignmentState(scope)} as state, ${assignmentIsLate(scope)} as "isLate",
               s.double_visit_id is not null as "isDouble", s.status = 'accepted' as "isAccepted", a.id as "auditId", a.status::text as "auditStatus",
               s.status in ('offered', 'accepted') and (a.id is null or a.status in ('draft', 'returned')) as "isOpen"
          ${assignmentsWithAudits}
         where s.organization_id = ${scope.organizationId}::uuid and s.member_id = ${scope.memberId}::uuid),
      ranked as (
        select own.*, row_number() over (partition by "isOpen" order by window_ends_at desc, id) as place from own)
      select s.id, s.state, s."isLate", s."isDouble", s."isAccepted", s."isOpen", s."auditId", s."auditStatus", p.name as programme,
             l.name as location, l.address, t.name as touchpoint, t.channel::text as channel,
             s.window_starts_at as "windowStartsAt", s.window_ends_at as "windowEndsAt"
        from ranked s
        join audit_programmes p on p.organization_id = s.organization_id and p.id = s.programme_id
        join locations l on l.organization_id = s.organization_id and l.id = s.location_id
        join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id
       where s."isOpen" or s.place <= ${FINISHED_SHOWN}
       order by s.window_ends_at, s.id`,
  );
  const of = (isOpen: boolean) =>
    rows.filter((row) => row.isOpen === isOpen).map(({ isOpen: _, ...assignment }) => assignment);
  return { open: of(true), finished: of(false).reverse() };
}
