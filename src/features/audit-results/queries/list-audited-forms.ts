import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { auditsInSlice } from "../audit-slice-sql";
import type { AuditSlice } from "../schema";

export type AuditedForm = { id: string; name: string; isArchived: boolean; visits: number };

/** The organization's forms by name with their audits in the slice (whatever form it is narrowed to); drafts never published are left out. */
export async function listAuditedForms(scope: Scope, slice: AuditSlice): Promise<AuditedForm[]> {
  const condition = auditsInSlice(scope, { ...slice, filters: { ...slice.filters, form: undefined } });
  return withScope(scope, (tx) =>
    tx.$queryRaw<AuditedForm[]>(
      Prisma.sql`select f.id, f.name, f.archived_at is not null as "isArchived", coalesce(v.visits, 0)::int as visits
                   from audit_forms f
                   left join (select version.form_id, count(*) as visits
                                from audits a
                                join audit_form_versions version on version.organization_id = a.organization_id
                                                               and version.id = a.form_version_id
                               where ${condition} group by 1) v on v.form_id = f.id
                  where f.organization_id = ${scope.organizationId}::uuid and f.current_version_id is not null
                  order by f.name collate "fi-x-icu", f.id`,
    ),
  );
}
