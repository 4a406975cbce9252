import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { RotationVisit } from "../rules";

/** A visit with whose it is, and whether it was made or begun (then its day is certain). */
export type MemberVisit = RotationVisit & { memberId: string; isMade: boolean };

/**
 * Every visit of these members, whichever the programme, for the rules of rotation: made ones (also open observations) by
 * the day of the visit, promised ones by the days of their window that are left (one that is late: today).
 * `except`: not this assignment. Nobody: empty.
 */
export async function readMemberVisits(
  tx: Transaction,
  scope: Scope,
  memberIds: readonly string[],
  except: { assignmentId?: string } = {},
): Promise<MemberVisit[]> {
  const { organizationId, timeZone, now } = scope;
  const day = (instant: Prisma.Sql) => Prisma.sql`((${instant}) at time zone ${timeZone})::date`;
  const today = day(Prisma.sql`${now}::timestamptz`);
  const made = day(Prisma.sql`coalesce(a.visit_started_at, a.created_at)`);
  const members = Prisma.sql`any(${[...memberIds]}::uuid[])`;
  return tx.$queryRaw<MemberVisit[]>`
    select s.member_id as "memberId", s.location_id as "locationId", a.id is not null as "isMade",
           (case when a.id is not null then ${made} else greatest(${day(Prisma.sql`s.window_starts_at`)}, ${today}) end)::text
             as "firstDay",
           (case when a.id is not null then ${made}
                 else greatest(${day(Prisma.sql`s.window_ends_at - interval '1 ms'`)}, ${today}) end)::text as "lastDay",
           p.days_between_visits as "daysBetweenVisits", p.most_visits_per_day as "mostVisitsPerDay"
      from audit_assignments s
      join audit_programmes p on p.organization_id = s.organization_id and p.id = s.programme_id
      left join audits a on a.organization_id = s.organization_id and a.assignment_id = s.id
     where s.organization_id = ${organizationId}::uuid and s.member_id = ${members}
       and s.status in ('offered', 'accepted') and s.id is distinct from ${except.assignmentId ?? null}::uuid
    union all
    select a.auditor_member_id, a.location_id, true, ${made}::text, ${made}::text, null, null
      from audits a
     where a.organization_id = ${organizationId}::uuid and a.auditor_member_id = ${members} and a.kind = 'observation'`;
}
