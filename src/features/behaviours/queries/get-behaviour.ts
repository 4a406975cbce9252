import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { LocalizedText } from "@/server/input";
import { key, type Scope } from "@/server/scope";

/** A behaviour of the organization, archived or not, inside a transaction; throws NotFoundError. */
export async function getBehaviour(
  tx: Transaction,
  scope: Scope,
  behaviourId: string,
): Promise<{ id: string; names: LocalizedText; archivedAt: Date | null }> {
  const behaviour = await tx.behaviour.findUnique({
    where: key(scope, behaviourId),
    select: { id: true, names: true, archivedAt: true },
  });
  if (!behaviour) throw new NotFoundError();
  return { ...behaviour, names: behaviour.names as LocalizedText };
}
