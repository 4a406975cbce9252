import "server-only";
import { withinLocations } from "@/features/people/location-sql";
import type { ProgrammeStatus } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { assignmentState, assignmentsWithAudits } from "../assignment-state-sql";

export type ProgrammeRow = {
  id: string;
  name: string;
  status: ProgrammeStatus;
  formName: string;
  startsOn: Date;
  endsOn: Date;
  /** Visits wanted, within the scope's locations. */
  wanted: number;
  done: number;
  late: number;
};

/**
 * The programmes, those that run or are being made first, each with how many visits are wanted, done and late within the
 * scope's locations. None: empty.
 */
export async function listProgrammes(scope: Scope): Promise<ProgrammeRow[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<ProgrammeRow[]>`
      with visits as (
        select s.programme_id, count(*) filter (where ${assignmentState(scope)} = 'done')::int as done,
               count(*) filter (where ${assignmentState(scope)} = 'late')::int as late
          ${assignmentsWithAudits}
         where s.organization_id = ${scope.organizationId}::uuid and ${withinLocations(scope, "s.location_id")}
         group by s.programme_id),
      targets as (
        select t.programme_id, sum(t.visits)::int as wanted from audit_targets t
         where t.organization_id = ${scope.organizationId}::uuid and ${withinLocations(scope, "t.location_id")}
         group by t.programme_id)
      select p.id, p.name, p.status::text as status, f.name as "formName", p.starts_on as "startsOn",
             p.ends_on as "endsOn", coalesce(targets.wanted, 0) as wanted, coalesce(visits.done, 0) as done,
             coalesce(visits.late, 0) as late
        from audit_programmes p
        join audit_forms f on f.organization_id = p.organization_id and f.id = p.form_id
        left join visits on visits.programme_id = p.id
        left join targets on targets.programme_id = p.id
       where p.organization_id = ${scope.organizationId}::uuid
       order by p.status = 'ended', p.starts_on desc, p.name collate "fi-x-icu", p.id`,
  );
}
