import "server-only";
import type { Transaction } from "@/server/database";
import { InvalidInputError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

type FoundLocation = { id: string; name: string; parentId: string | null; archivedAt: Date | null };

/** A location within the scope's locations, archived or not, inside a transaction; throws NotFoundError. */
export async function getLocation(tx: Transaction, scope: Scope, locationId: string): Promise<FoundLocation> {
  if (scope.locationIds !== null && !scope.locationIds.includes(locationId)) throw new NotFoundError();
  const location = await tx.location.findUnique({
    where: key(scope, locationId),
    select: { id: true, name: true, parentId: true, archivedAt: true },
  });
  if (!location) throw new NotFoundError();
  return location;
}

/** A location something is about to be put into: an archived one is an error at `field`. */
export async function getOpenLocation(
  tx: Transaction,
  scope: Scope,
  locationId: string,
  field = "locationId",
): Promise<FoundLocation> {
  // Held open to the end of the transaction: whoever archives it waits, and then sees what was put in.
  await tx.$queryRaw`
    select 1 from locations
     where organization_id = ${scope.organizationId}::uuid and id = ${locationId}::uuid for key share`;
  const location = await getLocation(tx, scope, locationId);
  if (location.archivedAt) throw new InvalidInputError({ [field]: "locationArchived" });
  return location;
}
