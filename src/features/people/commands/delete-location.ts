import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getLocation } from "../queries/get-location";
import { locationIsUsed } from "../usage-sql";
import { lockLocations } from "./location-checks";

/** Deletes a location that nothing points to yet; a used one can only be archived (ConflictError). */
export async function deleteLocation(scope: Scope, id: string): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, async (tx) => {
    await lockLocations(tx, scope);
    const location = await getLocation(tx, scope, id);
    // Locked first: whatever is put here at this moment waits, and then finds no location.
    await tx.$queryRaw`
      select 1 from locations where organization_id = ${scope.organizationId}::uuid and id = ${id}::uuid for update`;
    const [used] = await tx.$queryRaw<unknown[]>`
      select 1 from locations t
       where t.organization_id = ${scope.organizationId}::uuid and t.id = ${id}::uuid and ${locationIsUsed}`;
    if (used) throw new ConflictError("inUse");
    await tx.location.delete({ where: key(scope, id), select: { id: true } });
    await recordActivity(tx, scope, "location.deleted", { type: "location", id }, { name: location.name });
  });
}
