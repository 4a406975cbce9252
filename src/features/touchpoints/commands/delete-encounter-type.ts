import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getEncounterType } from "../queries/get-encounter-type";
import { encounterTypeIsUsed } from "../usage-sql";

/** Deletes an encounter type that nothing points to yet; a used one can only be archived (ConflictError). */
export async function deleteEncounterType(scope: Scope, id: string): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, async (tx) => {
    const encounterType = await getEncounterType(tx, scope, id);
    // Locked first: an encounter recorded at this moment waits, and then finds no such type.
    await tx.$queryRaw`
      select 1 from encounter_types
       where organization_id = ${scope.organizationId}::uuid and id = ${id}::uuid for update`;
    const [used] = await tx.$queryRaw<unknown[]>`
      select 1 from encounter_types t
       where t.organization_id = ${scope.organizationId}::uuid and t.id = ${id}::uuid and ${encounterTypeIsUsed}`;
    if (used) throw new ConflictError("inUse");
    await tx.encounterType.delete({ where: key(scope, id), select: { id: true } });
    await recordActivity(
      tx,
      scope,
      "encounterType.deleted",
      { type: "encounterType", id },
      { name: encounterType.name },
    );
  });
}
