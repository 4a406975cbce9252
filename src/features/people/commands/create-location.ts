import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import type { LocationInput } from "../schema";
import { checkParent, findTakenLocationFields, lockLocations } from "./location-checks";

/** Adds a location, at the top or inside another one. */
export async function createLocation(scope: Scope, input: LocationInput): Promise<{ id: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    await lockLocations(tx, scope);
    const taken = await findTakenLocationFields(tx, scope, input);
    if (taken) throw new InvalidInputError(taken);
    await checkParent(tx, scope, input.parentId);
    const location = await tx.location.create({
      data: { organizationId: scope.organizationId, ...input, createdAt: scope.now },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "location.created",
      { type: "location", id: location.id },
      { name: input.name },
    );
    return location;
  });
}
