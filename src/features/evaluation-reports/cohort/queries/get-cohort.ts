import "server-only";
import { readEvaluationFrameworkVersion } from "@/features/evaluation-frameworks/queries/get-evaluation-framework-version";
import { Prisma } from "@/generated/prisma/client";
import { type Transaction, withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { visibleReports } from "../../visible-reports-sql";
import { evaluateBehaviours } from "../rules/evaluate-behaviours";
import { formCohort } from "../rules/form-cohort";
import type { Cohort, CohortSubject } from "../schema";

/**
 * The evaluated employees of a cycle as a whole, from the published figures of its first release alone: later releases do
 * not change it. Teams and locations that were evaluated themselves are in no cohort. What the reader sees is decided by
 * `formCohort`; no single subject's figure leaves this query. NotFoundError where the organization has no such cycle or it
 * has not begun, ForbiddenError for managers limited to locations.
 */
export async function getCohort(scope: Scope, cycleId: string): Promise<Cohort> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const cycle = await tx.evaluationCycle.findUnique({
      where: key(scope, cycleId),
      select: { id: true, name: true, closesOn: true, frameworkVersionId: true },
    });
    if (!cycle?.frameworkVersionId) throw new NotFoundError();
    const { frameworkVersionId, ...columns } = cycle;
    const framework = await readEvaluationFrameworkVersion(tx, scope, frameworkVersionId);
    const { competencies, scale } = framework.definition;
    const { subjects, k } = await listSubjects(tx, scope, cycleId);
    const shown = {
      competencies: competencies.map((each) => ({
        key: each.key,
        itemKeys: each.items.map((item) => item.key),
      })),
      items: competencies.flatMap(({ items }) => items),
      points: scale.length,
    };
    return {
      cycle: columns,
      framework,
      k,
      rows: k === null ? [] : formCohort(subjects, shown.competencies, shown.points, k),
      names: await listNames(tx, scope, subjects),
      behaviours: k === null ? [] : evaluateBehaviours(subjects, shown.items, shown.points, k),
    };
  });
}

type SubjectRow = Omit<CohortSubject, "items"> & { reportId: string; anonymityK: number };

async function listSubjects(
  tx: Transaction,
  scope: Scope,
  cycleId: string,
): Promise<{ subjects: CohortSubject[]; k: number | null }> {
  // A subject who left after the release stays: else it could be found by subtracting what is shown then. Known are also
  // the reports of those the reader was asked about as their manager, or could read as that or as the own one, and is no more.
  const rows = await tx.$queryRaw<SubjectRow[]>`
    select report.id as "reportId", report.anonymity_k as "anonymityK",
           subject.of_location_id as "locationId", subject.of_team_id as "teamId",
           coalesce(${visibleReports(scope)}, false) as "isOpen",
           coalesce(${visibleReports(scope)}, false)
             or coalesce(subject.employee_id = ${scope.employeeId}::uuid, false)
             or coalesce(subject.manager_member_id = ${scope.memberId}::uuid, false)
             or exists (select 1 from evaluation_reports released
                         where released.organization_id = subject.organization_id
                           and released.subject_id = subject.id
                           and ${scope.memberId}::uuid in (released.manager_member_id, released.subject_member_id))
             or exists (select 1
                          from evaluation_ratings rating
                          join evaluation_raters rater
                            on rater.organization_id = rating.organization_id and rater.id = rating.rater_id
                         where rating.organization_id = subject.organization_id and rating.subject_id = subject.id
                           and rating.rater_group = 'manager'
                           and (rater.member_id = ${scope.memberId}::uuid
                                or rater.employee_id = ${scope.employeeId}::uuid)) as "isKnown"
      from evaluation_reports report
      join evaluation_subjects subject
        on subject.organization_id = report.organization_id and subject.id = report.subject_id
      join evaluation_cycles cycle
        on cycle.organization_id = subject.organization_id and cycle.id = subject.cycle_id
     where report.organization_id = ${scope.organizationId}::uuid and cycle.id = ${cycleId}::uuid
       and report.is_in_cohort and subject.kind = 'employee'
     order by subject.id`;
  const figures = await tx.evaluationReportFigure.findMany({
    where: {
      organizationId: scope.organizationId,
      reportId: { in: rows.map(({ reportId }) => reportId) },
      cell: "total",
    },
    select: { reportId: true, n: true, sum: true, item: { select: { key: true } } },
  });
  const items = new Map(rows.map(({ reportId }) => [reportId, new Map<string, number>()]));
  for (const { reportId, n, sum, item } of figures) items.get(reportId)?.set(item.key, sum / n);
  return {
    subjects: rows.map(({ reportId, anonymityK: _, ...row }) => ({
      ...row,
      items: items.get(reportId) ?? new Map(),
    })),
    // A report that a rater of its own reads asks for one more; a cohort does not.
    k: rows.length === 0 ? null : Math.min(...rows.map(({ anonymityK }) => anonymityK)),
  };
}

async function listNames(
  tx: Transaction,
  scope: Scope,
  subjects: readonly CohortSubject[],
): Promise<Record<string, string>> {
  const ids = [
    ...new Set(subjects.flatMap(({ locationId, teamId }) => [locationId ?? [], teamId ?? []].flat())),
  ];
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id, name from locations where ${ofIds(scope, ids)}
    union all select id, name from teams where ${ofIds(scope, ids)}`;
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

const ofIds = (scope: Scope, ids: readonly string[]) =>
  Prisma.sql`organization_id = ${scope.organizationId}::uuid and id = any(${ids}::uuid[])`;
