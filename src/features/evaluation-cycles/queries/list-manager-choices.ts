import "server-only";
import { withScope } from "@/server/database";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";

/** Members who can be named as somebody's manager, by name: owners and managers. */
export async function listManagerChoices(scope: Scope): Promise<{ memberId: string; name: string }[]> {
  requireWholeOrganization(scope);
  return withScope(
    scope,
    (tx) => tx.$queryRaw<{ memberId: string; name: string }[]>`
      select m.id as "memberId", u.name from members m join users u on u.id = m.user_id
       where m.organization_id = ${scope.organizationId}::uuid and m.archived_at is null
         and m.role in ('owner', 'manager')
       order by u.name collate "fi-x-icu", m.id`,
  );
}
