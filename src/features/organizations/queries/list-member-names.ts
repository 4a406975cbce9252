import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** Everybody who is or was a member, by name: to choose whose acts to look at. */
export async function listMemberNames(scope: Scope): Promise<{ userId: string; name: string }[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<{ userId: string; name: string }[]>`
      select u.id as "userId", u.name from members m join users u on u.id = m.user_id
       where m.organization_id = ${scope.organizationId}::uuid
       order by u.name collate "fi-x-icu", u.id`,
  );
}
