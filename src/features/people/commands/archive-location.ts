import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getLocation } from "../queries/get-location";
import { lockLocations } from "./location-checks";

/**
 * Takes a location out of use; its encounters and figures stay. Nobody may be left working at an archived location, so
 * one with active employees, teams or locations in it is refused (ConflictError). Archiving twice changes nothing.
 */
export async function archiveLocation(scope: Scope, id: string): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, async (tx) => {
    await lockLocations(tx, scope);
    const location = await getLocation(tx, scope, id);
    if (location.archivedAt) return;
    // Locked first: an employee put here at this moment waits, and is then refused.
    await tx.$queryRaw`
      select 1 from locations where organization_id = ${scope.organizationId}::uuid and id = ${id}::uuid for update`;
    const inside = { organizationId: scope.organizationId, archivedAt: null };
    const left =
      (await tx.employee.count({ where: { ...inside, locationId: id } })) +
      (await tx.team.count({ where: { ...inside, locationId: id } })) +
      (await tx.location.count({ where: { ...inside, parentId: id } }));
    if (left > 0) throw new ConflictError("locationNotEmpty");
    await tx.location.update({
      where: key(scope, id),
      data: { archivedAt: scope.now },
      select: { id: true },
    });
    await recordActivity(tx, scope, "location.archived", { type: "location", id }, { name: location.name });
  });
}
