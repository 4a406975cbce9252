import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { containsPattern } from "@/server/search-pattern";
import type { ColleagueOption } from "../schema";

const MOST_FOUND = 50;
/** For those who come from outside: whom they have met they know by name, and the search is no list of the staff. */
const CONSULTANT = { lettersNeeded: 3, mostFound: 8 };

/**
 * Employees in use by name, wherever they work, the own team and location first; never oneself. `withAccount`: only those
 * who can sign in and read what is written to them.
 */
export async function searchColleagues(
  scope: Scope,
  query: string,
  { withAccount = false }: { withAccount?: boolean } = {},
): Promise<ColleagueOption[]> {
  const words = query.trim();
  const isOutsider = scope.role === "consultant";
  if (isOutsider && words.length < CONSULTANT.lettersNeeded) return [];
  const { organizationId, employeeId } = scope;
  const readable = withAccount
    ? Prisma.sql`exists (select 1 from members m
                          where m.organization_id = e.organization_id and m.employee_id = e.id
                            and m.archived_at is null and m.role <> 'consultant')`
    : Prisma.sql`true`;
  return withScope(
    scope,
    (tx) => tx.$queryRaw<ColleagueOption[]>`
      select e.id as value, e.name as label, concat_ws(' · ', e.title, l.name) as detail
        from employees e
        join locations l on l.organization_id = e.organization_id and l.id = e.location_id
        left join employees me on me.organization_id = e.organization_id and me.id = ${employeeId}::uuid
       where e.organization_id = ${organizationId}::uuid and e.archived_at is null
         and e.id is distinct from ${employeeId}::uuid and e.name ilike ${containsPattern(words)} and ${readable}
       order by (e.team_id = me.team_id) is true desc, (e.location_id = me.location_id) is true desc,
                e.name collate "fi-x-icu", e.id
       limit ${isOutsider ? CONSULTANT.mostFound : MOST_FOUND}`,
  );
}
