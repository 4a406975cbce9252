import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** The teams that have a wall of their own: those in use, by name, wherever they are. */
export async function listWallTeams(scope: Scope): Promise<{ id: string; name: string }[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<{ id: string; name: string }[]>`
      select id, name from teams
       where organization_id = ${scope.organizationId}::uuid and archived_at is null
       order by name collate "fi-x-icu", id`,
  );
}
