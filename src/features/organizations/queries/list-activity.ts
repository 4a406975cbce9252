import "server-only";
import { Temporal } from "temporal-polyfill";
import { ACTIVITY_GROUPS, type ActivityListInput } from "@/features/organizations/schema";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import { type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";

export type ActivityRow = {
  id: string;
  occurredAt: Date;
  /** Null where nobody was signed in: the worker did it. */
  userName: string | null;
  action: string;
  /** What the act was about, by its name of today or, when the trail kept it, of then; null when it is gone. */
  subjectName: string | null;
  detail: Record<string, string | number | boolean | null>;
};

export const ACTIVITY_PAGE_SIZE = 50;

/** The first instant of a day in the organization's time zone, `days` later. */
function startOfDay(day: string, timeZone: string, days: number): Date {
  const start = Temporal.PlainDate.from(day).add({ days }).toZonedDateTime(timeZone);
  return new Date(start.epochMilliseconds);
}

/** The audit trail, newest first. `from` and `to` are days in the organization's time zone, both included. */
export async function listActivity(scope: Scope, input: ActivityListInput): Promise<Page<ActivityRow>> {
  const { skip, take } = pageWindow(input.page, ACTIVITY_PAGE_SIZE);
  const conditions = [Prisma.sql`e.organization_id = ${scope.organizationId}::uuid`];
  if (input.group) {
    const nouns = [...ACTIVITY_GROUPS[input.group]];
    conditions.push(Prisma.sql`split_part(e.action, '.', 1) = any(${nouns})`);
  }
  if (input.person) conditions.push(Prisma.sql`e.user_id = ${input.person}::uuid`);
  if (input.from) conditions.push(Prisma.sql`e.occurred_at >= ${startOfDay(input.from, scope.timeZone, 0)}`);
  if (input.to) conditions.push(Prisma.sql`e.occurred_at < ${startOfDay(input.to, scope.timeZone, 1)}`);
  const matching = Prisma.sql`from activity_events e where ${Prisma.join(conditions, " and ")}`;
  return withScope(scope, async (tx) => {
    const rows = await tx.$queryRaw<ActivityRow[]>`
      select e.id, e.occurred_at as "occurredAt", e.action, e.detail,
             (select u.name from users u where u.id = e.user_id) as "userName",
             coalesce(
               case e.subject_type
                 when 'member' then (select u.name from members m join users u on u.id = m.user_id
                                      where m.organization_id = e.organization_id and m.id = e.subject_id)
                 when 'memberInvitation' then (select i.email from member_invitations i
                                      where i.organization_id = e.organization_id and i.id = e.subject_id)
                 when 'employee' then (select p.name from employees p
                                      where p.organization_id = e.organization_id and p.id = e.subject_id)
               end,
               e.detail->>'name') as "subjectName"
      ${matching}
      order by e.occurred_at desc, e.id desc
      limit ${take} offset ${skip}`;
    const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total ${matching}`;
    return { rows, total: count?.total ?? 0, page: input.page, pageSize: ACTIVITY_PAGE_SIZE };
  });
}
