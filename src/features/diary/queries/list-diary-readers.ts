import "server-only";
import type { MemberRole } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import { PERMISSIONS } from "@/server/permissions";
import type { Scope } from "@/server/scope";

export type DiaryReader = { memberId: string; name: string; role: MemberRole };

/** Whom an entry can be shown to: members who may open the diary, by name, but oneself. */
export async function listDiaryReaders(scope: Scope): Promise<DiaryReader[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<DiaryReader[]>`
      select m.id as "memberId", u.name, m.role::text as role
        from members m join users u on u.id = m.user_id
       where m.organization_id = ${scope.organizationId}::uuid and m.archived_at is null
         and m.role::text = any(${[...PERMISSIONS["diary.write"]]}::text[])
         and m.id is distinct from ${scope.memberId}::uuid
       order by u.name collate "fi-x-icu", m.id`,
  );
}
