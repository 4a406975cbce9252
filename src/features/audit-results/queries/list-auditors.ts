import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { SeverityStratum } from "@/metrics/auditor-severity";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { AUDIT_SUMS, auditsInSlice, auditsToCompare } from "../audit-slice-sql";
import { showsOwnWorkOnly } from "../rules/shows-own-work-only";
import type { AuditSlice, AuditSums } from "../schema";

/** How one auditor works: audits, and how they came in. Hours are from the end of the visit to the first submission. */
export type AuditorWork = AuditSums & {
  memberId: string;
  name: string;
  medianHours: number | null;
  /** The middle half of the audits lies between these. */
  lowerHours: number | null;
  upperHours: number | null;
  /** Audits whose visit has an end and which were submitted: those the hours are of. */
  timed: number;
  /** Audits sent back at least once, and how often in all. */
  sentBackAudits: number;
  timesSentBack: number;
};

/** The slice's auditors by name; a consultant gets only herself, so does a location's own manager of mystery visits, an employee nobody. */
export async function listAuditorWork(scope: Scope, slice: AuditSlice): Promise<AuditorWork[]> {
  const hours = Prisma.sql`extract(epoch from a.submitted_at - coalesce(a.visit_ended_at, a.visit_started_at)) / 3600`;
  const quantile = (share: number) =>
    Prisma.sql`(percentile_cont(${share}::float8) within group (order by (${hours})::float8))`;
  return withScope(scope, (tx) =>
    tx.$queryRaw<AuditorWork[]>(
      Prisma.sql`select a.auditor_member_id as "memberId", users.name, ${AUDIT_SUMS},
                        ${quantile(0.5)} as "medianHours", ${quantile(0.25)} as "lowerHours",
                        ${quantile(0.75)} as "upperHours", count(a.submitted_at)::int as timed,
                        count(*) filter (where a.times_returned > 0)::int as "sentBackAudits",
                        sum(a.times_returned)::int as "timesSentBack"
                   from audits a
                   join members on members.organization_id = a.organization_id and members.id = a.auditor_member_id
                   join users on users.id = members.user_id
                  where ${auditsInSlice(scope, slice)} and ${isTold(scope, slice)}
                  group by 1, 2 order by users.name collate "fi-x-icu", 1`,
    ),
  );
}

/**
 * Each auditor's scores beside those that others gave at the same location with the same form: what compareSeverity takes.
 * A consultant gets only her own, against others whose audits she may not read.
 */
export async function listSeverityStrata(
  scope: Scope,
  slice: AuditSlice,
): Promise<Map<string, SeverityStratum[]>> {
  type Row = Record<"n" | "sum" | "squares" | "othersN" | "othersSum" | "othersSquares", number> & {
    memberId: string;
  };
  const rows = await withScope(scope, (tx) =>
    tx.$queryRaw<Row[]>(
      Prisma.sql`with cells as (
                   select a.auditor_member_id, a.location_id, version.form_id, count(*) as n,
                          sum(a.score::numeric) as sum, sum(a.score::numeric * a.score::numeric) as squares
                     from audits a
                     join audit_form_versions version on version.organization_id = a.organization_id
                                                     and version.id = a.form_version_id
                    where ${auditsToCompare(scope, slice)} and a.score is not null
                    group by 1, 2, 3),
                 compared as (
                   select *, sum(n) over place as all_n, sum(sum) over place as all_sum,
                          sum(squares) over place as all_squares
                     from cells a window place as (partition by location_id, form_id))
                 select a.auditor_member_id as "memberId", n::int, sum::float8, squares::float8,
                        (all_n - n)::int as "othersN", (all_sum - sum)::float8 as "othersSum",
                        (all_squares - squares)::float8 as "othersSquares"
                   from compared a where ${isTold(scope, slice)} order by location_id, form_id`,
    ),
  );
  const strata = new Map<string, SeverityStratum[]>();
  for (const { memberId, ...row } of rows) {
    strata.set(memberId, [
      ...(strata.get(memberId) ?? []),
      {
        own: { n: row.n, sum: row.sum, sumOfSquares: row.squares },
        others: { n: row.othersN, sum: row.othersSum, sumOfSquares: row.othersSquares },
      },
    ]);
  }
  return strata;
}

/** Employees, who are audited, get to know nobody's work; some their own alone. */
function isTold(scope: Scope, { kind }: AuditSlice): Prisma.Sql {
  if (scope.role === "employee") return Prisma.sql`false`;
  return showsOwnWorkOnly(scope, kind)
    ? Prisma.sql`a.auditor_member_id = ${scope.memberId}::uuid`
    : Prisma.sql`true`;
}
