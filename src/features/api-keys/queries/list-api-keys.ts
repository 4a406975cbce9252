import "server-only";
import { withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import type { ApiKeyRow } from "../schema";

/** The organization's keys: those in use, newest first, then the revoked ones. */
export async function listApiKeys(scope: Scope, page: number): Promise<Page<ApiKeyRow>> {
  const { skip, take } = pageWindow(page);
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<(ApiKeyRow & { total: number })[]>`
      select k.id, k.name, k.prefix, k.access::text as access, k.created_at as "createdAt",
             (select u.name from users u where u.id = k.created_by_user_id) as "createdBy",
             k.last_used_at as "lastUsedAt", k.revoked_at as "revokedAt", (count(*) over ())::int as total
        from api_keys k
       where k.organization_id = ${scope.organizationId}::uuid
       order by k.revoked_at is not null, k.created_at desc, k.id
       limit ${take} offset ${skip}`,
  );
  if (rows.length === 0 && page > 1) return listApiKeys(scope, 1);
  return {
    rows: rows.map(({ total: _, ...row }) => row),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}
