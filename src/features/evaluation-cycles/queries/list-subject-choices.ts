import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { containsPattern } from "@/server/search-pattern";
import type { EvaluationSubjectKind } from "../schema";

export type SubjectChoice = { id: string; name: string; place: string | null };

export type SubjectChoiceFilter = {
  kind: EvaluationSubjectKind;
  locationId: string | null;
  /** Of employees only. */
  teamId: string | null;
  q: string;
};

/** As many as are offered at once; more are found by narrowing. */
export const MOST_CHOICES = 200;

/**
 * Employees, teams or locations in use that are not in the cycle, by name: the first `MOST_CHOICES` and how many there are.
 * NotFoundError for a foreign cycle.
 */
export async function listSubjectChoices(
  scope: Scope,
  cycleId: string,
  filter: SubjectChoiceFilter,
): Promise<{ rows: SubjectChoice[]; total: number }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const cycle = await tx.evaluationCycle.findUnique({ where: key(scope, cycleId), select: { id: true } });
    if (!cycle) throw new NotFoundError();
    const rows = await tx.$queryRaw<(SubjectChoice & { total: number })[]>`
      select c.id, c.name, c.place, count(*) over ()::int as total
        from (${choicesOf(filter.kind)}) c
       where c.organization_id = ${scope.organizationId}::uuid and c.archived_at is null
         and c.name ilike ${containsPattern(filter.q)}
         and (${filter.locationId}::uuid is null or c.location_id = ${filter.locationId}::uuid)
         and (${filter.teamId}::uuid is null or c.team_id = ${filter.teamId}::uuid)
         and not exists (select 1 from evaluation_subjects s
                          where s.organization_id = c.organization_id and s.cycle_id = ${cycleId}::uuid
                            and s.removed_at is null
                            and coalesce(s.employee_id, s.team_id, s.location_id) = c.id)
       order by c.name collate "fi-x-icu", c.id limit ${MOST_CHOICES}`;
    return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
  });
}

function choicesOf(kind: EvaluationSubjectKind): Prisma.Sql {
  switch (kind) {
    case "employee":
      return Prisma.sql`
        select e.organization_id, e.id, e.name, e.archived_at, e.location_id, e.team_id,
               l.name || coalesce(', ' || t.name, '') as place
          from employees e
          join locations l on l.organization_id = e.organization_id and l.id = e.location_id
          left join teams t on t.organization_id = e.organization_id and t.id = e.team_id`;
    case "team":
      return Prisma.sql`
        select t.organization_id, t.id, t.name, t.archived_at, t.location_id, t.id as team_id, l.name as place
          from teams t left join locations l on l.organization_id = t.organization_id and l.id = t.location_id`;
    case "location":
      return Prisma.sql`
        select l.organization_id, l.id, l.name, l.archived_at, l.id as location_id, null::uuid as team_id,
               p.name as place
          from locations l left join locations p on p.organization_id = l.organization_id and p.id = l.parent_id`;
  }
}
