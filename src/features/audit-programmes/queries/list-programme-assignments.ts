import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import { assignmentIsLate, assignmentState, assignmentsWithAudits } from "../assignment-state-sql";
import type { AssignmentState } from "../schema";

export type ProgrammeAssignment = {
  id: string;
  state: AssignmentState;
  isLate: boolean;
  isDouble: boolean;
  consultant: string;
  location: string;
  touchpoint: string;
  team: string | null;
  windowStartsAt: Date;
  windowEndsAt: Date;
  declineReason: string | null;
  /** Of the audit, once it was submitted: before that it is its consultant's alone. */
  auditId: string | null;
  hasAudit: boolean;
};

/**
 * A programme's assignments, those whose window ends first at the top; `state` and `locationId` narrow it. Who visits when
 * is kept from managers limited to locations (ForbiddenError): their own visits are among them.
 */
export async function listProgrammeAssignments(
  scope: Scope,
  programmeId: string,
  filter: { state?: AssignmentState; locationId?: string; page: number },
): Promise<Page<ProgrammeAssignment>> {
  requireWholeOrganization(scope);
  const { skip, take } = pageWindow(filter.page);
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<(ProgrammeAssignment & { total: number })[]>`
      with listed as (
        select s.*, ${assignmentState(scope)} as state, ${assignmentIsLate(scope)} as "isLate", a.id is not null as "hasAudit",
               case when a.submitted_at is not null then a.id end as "auditId"
          ${assignmentsWithAudits}
         where s.organization_id = ${scope.organizationId}::uuid and s.programme_id = ${programmeId}::uuid
           and ${filter.locationId ? Prisma.sql`s.location_id = ${filter.locationId}::uuid` : Prisma.sql`true`})
      select s.id, s.state, s."isLate", s."hasAudit", s."auditId", s.double_visit_id is not null as "isDouble",
             u.name as consultant, l.name as location, p.name as touchpoint, t.name as team,
             s.window_starts_at as "windowStartsAt", s.window_ends_at as "windowEndsAt",
             s.decline_reason as "declineReason", count(*) over ()::int as total
        from listed s
        join members m on m.organization_id = s.organization_id and m.id = s.member_id
        join users u on u.id = m.user_id
        join locations l on l.organization_id = s.organization_id and l.id = s.location_id
        join touchpoints p on p.organization_id = s.organization_id and p.id = s.touchpoint_id
        left join teams t on t.organization_id = s.organization_id and t.id = s.team_id
       where ${filter.state ? Prisma.sql`s.state = ${filter.state}` : Prisma.sql`true`}
       order by s.state in ('cancelled', 'declined'), s.state = 'done', s.window_ends_at, s.id
       limit ${take} offset ${skip}`,
  );
  if (rows.length === 0 && filter.page > 1) {
    return listProgrammeAssignments(scope, programmeId, { ...filter, page: 1 });
  }
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    total: rows[0]?.total ?? 0,
    page: filter.page,
    pageSize: PAGE_SIZE,
  };
}
