import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { EncounterTypeOption } from "../schema";

/** The encounter types by name: those in use, or with the archived ones (for filters over past time). */
export async function listEncounterTypeOptions(
  scope: Scope,
  { includeArchived = false }: { includeArchived?: boolean } = {},
): Promise<EncounterTypeOption[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<EncounterTypeOption[]>`
      select id, name, archived_at is not null as "isArchived"
        from encounter_types
       where organization_id = ${scope.organizationId}::uuid and (${includeArchived} or archived_at is null)
       order by name collate "fi-x-icu", id`,
  );
}
