import "server-only";
import type { Transaction } from "@/server/database";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";

/** Everything that changes the standard's order, names or number of behaviours waits here for its turn. */
export function lockStandard(tx: Transaction, scope: Scope): Promise<void> {
  return lockForTransaction(tx, scope, "behaviours");
}

/** The position after the last behaviour; archived ones keep theirs, so that restoring puts them where they were. */
export async function nextPosition(tx: Transaction, scope: Scope): Promise<number> {
  const last = await tx.behaviour.aggregate({
    where: { organizationId: scope.organizationId },
    _max: { position: true },
  });
  return (last._max.position ?? -1) + 1;
}
