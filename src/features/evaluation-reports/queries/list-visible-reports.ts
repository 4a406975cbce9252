import "server-only";
import type { EvaluationSubjectKind } from "@/features/evaluation-cycles/schema";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { visibleReports } from "../visible-reports-sql";

/** A subject of whom a member sees a report. */
export type VisibleReport = {
  subjectId: string;
  name: string;
  kind: EvaluationSubjectKind;
  cycleId: string;
  cycleName: string;
  /** Of the newest release the member sees. */
  releasedAt: Date;
  isOwn: boolean;
};

const MOST_LISTED = 200;

/**
 * The subjects whose reports a member sees (visibleReports), own ones first, then the newest; at most 200; of one cycle if
 * given.
 */
export async function listVisibleReports(
  scope: Scope,
  cycleId: string | null = null,
): Promise<VisibleReport[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<VisibleReport[]>`
      select subject.id as "subjectId", coalesce(employee.name, team.name, location.name) as name,
             subject.kind::text as kind, cycle.id as "cycleId", cycle.name as "cycleName", max(report.released_at) as "releasedAt",
             (subject.employee_id = ${scope.employeeId}::uuid) is true as "isOwn"
        from evaluation_reports report
        join evaluation_subjects subject
          on subject.organization_id = report.organization_id and subject.id = report.subject_id
        join evaluation_cycles cycle
          on cycle.organization_id = subject.organization_id and cycle.id = subject.cycle_id
        left join employees employee
          on employee.organization_id = subject.organization_id and employee.id = subject.employee_id
        left join teams team on team.organization_id = subject.organization_id and team.id = subject.team_id
        left join locations location
          on location.organization_id = subject.organization_id and location.id = subject.location_id
       where ${visibleReports(scope)} and (${cycleId}::uuid is null or cycle.id = ${cycleId}::uuid)
       group by subject.id, subject.kind, subject.employee_id, employee.name, team.name, location.name, cycle.id, cycle.name
       order by "isOwn" desc, "releasedAt" desc, coalesce(employee.name, team.name, location.name) collate "fi-x-icu",
                subject.id
       limit ${MOST_LISTED}`,
  );
}
