import "server-only";
import type { Transaction } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import type { Scope } from "@/server/scope";

/**
 * Refuses behaviours that are not the organization's (InvalidInputError at their fields); archived ones stay where they
 * were chosen. Choosing nothing is always right.
 */
export async function requireOwnBehaviours(
  tx: Transaction,
  scope: Scope,
  chosen: readonly { field: string; behaviourId: string | null | undefined }[],
): Promise<void> {
  const ids = [...new Set(chosen.flatMap(({ behaviourId }) => behaviourId ?? []))];
  if (ids.length === 0) return;
  const own = await tx.behaviour.findMany({
    where: { organizationId: scope.organizationId, id: { in: ids } },
    select: { id: true },
  });
  const known = new Set(own.map(({ id }) => id));
  const foreign = chosen.filter(({ behaviourId }) => behaviourId && !known.has(behaviourId));
  if (foreign.length > 0)
    throw new InvalidInputError(Object.fromEntries(foreign.map(({ field }) => [field, "chooseOne"])));
}
