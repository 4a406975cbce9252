import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getLocation } from "../queries/get-location";
import type { LocationInput } from "../schema";
import { checkParent, findTakenLocationFields, lockLocations } from "./location-checks";

/** Changes a location's name, address, reference or place in the tree. */
export async function updateLocation(
  scope: Scope,
  { id, ...input }: LocationInput & { id: string },
): Promise<{ id: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    await lockLocations(tx, scope);
    const location = await getLocation(tx, scope, id);
    // An archived one may share its name with one in use until it is restored.
    const named = location.archivedAt ? { ...input, name: "" } : input;
    const taken = await findTakenLocationFields(tx, scope, named, id);
    if (taken) throw new InvalidInputError(taken);
    if (location.parentId !== input.parentId) await checkParent(tx, scope, input.parentId, id);
    await tx.location.update({ where: key(scope, id), data: input, select: { id: true } });
    await recordActivity(tx, scope, "location.updated", { type: "location", id }, { name: input.name });
    return { id };
  });
}
