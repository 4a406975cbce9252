import "server-only";
import { withScope } from "@/server/database";
import { PERMISSIONS } from "@/server/permissions";
import type { Scope } from "@/server/scope";

/** Who may be made responsible for an improvement action: owners and managers, by name. */
export async function listResponsibleMembers(scope: Scope): Promise<{ id: string; name: string }[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<{ id: string; name: string }[]>`
      select m.id, u.name from members m join users u on u.id = m.user_id
       where m.organization_id = ${scope.organizationId}::uuid and m.archived_at is null
         and m.role::text = any(${[...PERMISSIONS["improvement-actions.manage"]]}::text[])
       order by u.name collate "fi-x-icu", m.id`,
  );
}
