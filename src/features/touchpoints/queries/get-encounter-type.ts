import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/** An encounter type of the organization, archived or not, inside a transaction; throws NotFoundError. */
export async function getEncounterType(
  tx: Transaction,
  scope: Scope,
  encounterTypeId: string,
): Promise<{ id: string; name: string; archivedAt: Date | null }> {
  const encounterType = await tx.encounterType.findUnique({
    where: key(scope, encounterTypeId),
    select: { id: true, name: true, archivedAt: true },
  });
  if (!encounterType) throw new NotFoundError();
  return encounterType;
}
