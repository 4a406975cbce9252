import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { Behaviour } from "../schema";

/**
 * The organization's service standard in its own order: the behaviours in use, or with the archived ones (to name those
 * that older questions and audits point to). The standard is the whole organization's, whoever asks.
 */
export async function listBehaviours(
  scope: Scope,
  { includeArchived = false }: { includeArchived?: boolean } = {},
): Promise<Behaviour[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<Behaviour[]>`
      select id, key, names as name, descriptions as description, archived_at is not null as "isArchived"
        from behaviours
       where organization_id = ${scope.organizationId}::uuid and (${includeArchived} or archived_at is null)
       order by archived_at is not null, position, id`,
  );
}
