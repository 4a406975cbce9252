import "server-only";
import type { MemberListInput } from "@/features/organizations/schema";
import { Prisma } from "@/generated/prisma/client";
import type { MemberRole } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { containsPattern } from "@/server/search-pattern";

export type MemberSummary = {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: MemberRole;
  allLocations: boolean;
  locationNames: string[];
  employeeName: string | null;
  lastSignInAt: Date | null;
  archivedAt: Date | null;
};

/** The members whose name or e-mail contains `q`, by name: those with access, or the archived ones. */
export async function listMembers(scope: Scope, input: MemberListInput): Promise<Page<MemberSummary>> {
  const { skip, take } = pageWindow(input.page);
  const pattern = containsPattern(input.q);
  const matching = Prisma.sql`
    from members m join users u on u.id = m.user_id
    where m.organization_id = ${scope.organizationId}::uuid
      and m.archived_at is ${input.archived ? Prisma.sql`not null` : Prisma.sql`null`}
      and (u.name ilike ${pattern} or u.email ilike ${pattern})`;
  return withScope(scope, async (tx) => {
    const rows = await tx.$queryRaw<MemberSummary[]>`
      select m.id, m.user_id as "userId", u.name, u.email, m.role::text as role, m.all_locations as "allLocations",
             u.last_sign_in_at as "lastSignInAt", m.archived_at as "archivedAt",
             (select e.name from employees e
               where e.organization_id = m.organization_id and e.id = m.employee_id) as "employeeName",
             array(select l.name from member_locations ml
                     join locations l on l.organization_id = ml.organization_id and l.id = ml.location_id
                    where ml.organization_id = m.organization_id and ml.member_id = m.id
                    order by l.name collate "fi-x-icu") as "locationNames"
      ${matching}
      order by u.name collate "fi-x-icu", m.id
      limit ${take} offset ${skip}`;
    const [count] = await tx.$queryRaw<{ total: number }[]>`select count(*)::int as total ${matching}`;
    return { rows, total: count?.total ?? 0, page: input.page, pageSize: PAGE_SIZE };
  });
}
