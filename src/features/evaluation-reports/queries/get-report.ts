import "server-only";
import { readEvaluationFrameworkVersion } from "@/features/evaluation-frameworks/queries/get-evaluation-framework-version";
import { Prisma } from "@/generated/prisma/client";
import { type Transaction, withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { LocalizedText } from "@/server/input";
import { key, type Scope } from "@/server/scope";
import type { EarlierReport, ReleasedReport } from "../schema";
import { visibleReports } from "../visible-reports-sql";
import { readPublished, readPublishedComments } from "./read-published";

/**
 * The released report of a subject: the one of this number, else the newest the reader may see. NotFoundError where there is
 * none, and where the reader may not see it (`visibleReports`): the two are never told apart.
 */
export async function getReport(scope: Scope, subjectId: string, number?: number): Promise<ReleasedReport> {
  return withScope(scope, async (tx) => {
    const releases = await listVisibleReleases(tx, scope, subjectId);
    const chosen = releases.find((release) => number === undefined || release.number === number);
    if (!chosen) throw new NotFoundError();
    const { subject, ...report } = await tx.evaluationReport.findUniqueOrThrow({
      where: key(scope, chosen.id),
      select: REPORT_COLUMNS,
    });
    const { cycle, manager, ofLocation, employee, team, location, ...whoOrWhat } = subject;
    const { purpose, frameworkVersionId, ...cycleColumns } = cycle;
    const framework = await readEvaluationFrameworkVersion(tx, scope, frameworkVersionId as string);
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { name: true, language: true },
    });
    return {
      ...report,
      organization,
      cycle: { ...cycleColumns, purpose: purpose as LocalizedText },
      subject: {
        ...whoOrWhat,
        name: (employee ?? team ?? location)?.name ?? "",
        location: whoOrWhat.kind === "location" ? null : ofLocation,
        managerName: manager?.user.name ?? null,
      },
      framework,
      ...(await readPublished(tx, scope, report.id)),
      comments: await readPublishedComments(tx, scope, report.id),
      releases: releases.map(({ id: _, ...release }) => release),
      earlier: await findEarlier(tx, scope, report.id, framework.definition.scale.length),
    };
  });
}

const REPORT_COLUMNS = {
  id: true,
  number: true,
  releasedAt: true,
  subjectSeesFrom: true,
  anonymityK: true,
  commentK: true,
  gapThreshold: true,
  subject: {
    select: {
      id: true,
      kind: true,
      employeeId: true,
      teamId: true,
      locationId: true,
      employee: { select: { name: true } },
      team: { select: { name: true } },
      location: { select: { name: true } },
      ofLocation: { select: { id: true, name: true } },
      manager: { select: { user: { select: { name: true } } } },
      cycle: {
        select: {
          id: true,
          name: true,
          purpose: true,
          opensOn: true,
          closesOn: true,
          managersSee: true,
          ownersSee: true,
          frameworkVersionId: true,
        },
      },
    },
  },
} as const satisfies Prisma.EvaluationReportSelect;

const WITH_SUBJECT_AND_CYCLE = Prisma.sql`
  join evaluation_subjects subject
    on subject.organization_id = report.organization_id and subject.id = report.subject_id
  join evaluation_cycles cycle
    on cycle.organization_id = subject.organization_id and cycle.id = subject.cycle_id`;

type Release = { id: string; number: number; releasedAt: Date };

/** The newest first. */
function listVisibleReleases(tx: Transaction, scope: Scope, subjectId: string): Promise<Release[]> {
  return tx.$queryRaw<Release[]>`
    select report.id, report.number, report.released_at as "releasedAt"
      from evaluation_reports report ${WITH_SUBJECT_AND_CYCLE}
     where report.subject_id = ${subjectId}::uuid and ${visibleReports(scope)}
     order by report.number desc`;
}

/**
 * The last report of the same person or place from another cycle with the same framework and a scale as long, as the reader
 * sees it. Only one that was released before: a later release of an earlier cycle must not change what this report says.
 */
async function findEarlier(
  tx: Transaction,
  scope: Scope,
  reportId: string,
  points: number,
): Promise<EarlierReport | null> {
  const [found] = await tx.$queryRaw<(Release & { cycleName: string })[]>`
    select report.id, report.number, report.released_at as "releasedAt", cycle.name as "cycleName"
      from evaluation_reports this
      join evaluation_subjects own on own.organization_id = this.organization_id and own.id = this.subject_id
      join evaluation_cycles round on round.organization_id = own.organization_id and round.id = own.cycle_id
      join evaluation_reports report on report.organization_id = this.organization_id
       and report.released_at < this.released_at ${WITH_SUBJECT_AND_CYCLE}
      join evaluation_framework_versions version
        on version.organization_id = cycle.organization_id and version.id = cycle.framework_version_id
     where this.organization_id = ${scope.organizationId}::uuid and this.id = ${reportId}::uuid
       and cycle.id <> round.id and cycle.framework_id = round.framework_id
       and jsonb_array_length(version.definition -> 'scale') = ${points}
       and coalesce(subject.employee_id, subject.team_id, subject.location_id)
         = coalesce(own.employee_id, own.team_id, own.location_id)
       and ${visibleReports(scope)}
     order by report.released_at desc, report.number desc
     limit 1`;
  if (!found) return null;
  const { id, ...earlier } = found;
  return { ...earlier, ...(await readPublished(tx, scope, id)) };
}
