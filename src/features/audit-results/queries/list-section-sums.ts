import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { ScoreSums } from "@/metrics/audit-figure";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { auditsInSlice } from "../audit-slice-sql";
import type { AuditSlice } from "../schema";

export type SectionSums = ScoreSums & { formId: string; sectionKey: string };

/** Audits' scores in each section of each form, all versions of a form together; sections never applicable are absent. */
export async function listSectionSums(scope: Scope, slice: AuditSlice): Promise<SectionSums[]> {
  return withScope(scope, (tx) =>
    tx.$queryRaw<SectionSums[]>(
      Prisma.sql`select version.form_id as "formId", s.section_key as "sectionKey", count(*)::int as n,
                        sum(s.score::numeric)::float8 as sum,
                        sum(s.score::numeric * s.score::numeric)::float8 as "sumOfSquares"
                   from audits a
                   join audit_form_versions version on version.organization_id = a.organization_id
                                                   and version.id = a.form_version_id
                   join audit_section_scores s on s.organization_id = a.organization_id and s.audit_id = a.id
                  where ${auditsInSlice(scope, slice)} and s.score is not null
                  group by 1, 2`,
    ),
  );
}
