import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getLocation } from "../queries/get-location";
import { findTakenLocationFields, lockLocations } from "./location-checks";

/** Takes an archived location back into use; the one it is inside must be in use. */
export async function restoreLocation(scope: Scope, id: string): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, async (tx) => {
    await lockLocations(tx, scope);
    const location = await getLocation(tx, scope, id);
    if (!location.archivedAt) return;
    const taken = await findTakenLocationFields(
      tx,
      scope,
      { name: location.name, externalReference: null },
      id,
    );
    if (taken) throw new ConflictError("nameTakenMeanwhile");
    const parent = location.parentId ? await getLocation(tx, scope, location.parentId) : null;
    if (parent?.archivedAt) throw new ConflictError("locationArchived");
    await tx.location.update({ where: key(scope, id), data: { archivedAt: null }, select: { id: true } });
    await recordActivity(tx, scope, "location.restored", { type: "location", id }, { name: location.name });
  });
}
