import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { auditsOfTab } from "../audit-tabs-sql";
import type { AuditTab } from "../schema";

export type AuditTabCounts = Record<AuditTab, number> & {
  /** Published audits with an appeal that waits for a decision. */
  appealed: number;
};

/** How many audits each tab holds for this scope, without filters. */
export async function countAuditTabs(scope: Scope): Promise<AuditTabCounts> {
  return withScope(scope, async (tx) => {
    const [counts] = await tx.$queryRaw<AuditTabCounts[]>(Prisma.sql`
      select count(*) filter (where ${auditsOfTab(scope, "review")})::int as review,
             count(*) filter (where ${auditsOfTab(scope, "returned")})::int as returned,
             count(*) filter (where ${auditsOfTab(scope, "published")})::int as published,
             count(*) filter (where ${auditsOfTab(scope, "mine")})::int as mine,
             count(*) filter (where ${auditsOfTab(scope, "published")} and exists (
               select 1 from audit_appeals p where p.organization_id = a.organization_id and p.audit_id = a.id
                  and p.status = 'open'))::int as appealed
        from audits a where a.organization_id = ${scope.organizationId}::uuid`);
    return counts as AuditTabCounts;
  });
}
