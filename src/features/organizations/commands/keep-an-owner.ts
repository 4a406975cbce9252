import "server-only";
import type { Transaction } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";

/** Makes changes of who owns the organization wait for each other: two last owners cannot remove one another at once. */
export async function lockOwners(tx: Transaction, scope: Scope): Promise<void> {
  await lockForTransaction(tx, scope, "owners");
}

/** Throws when nobody but this member owns the organization. Call after `lockOwners`, before the member stops owning. */
export async function keepAnOwner(tx: Transaction, scope: Scope, memberId: string): Promise<void> {
  const others = await tx.member.count({
    where: { organizationId: scope.organizationId, role: "owner", archivedAt: null, NOT: { id: memberId } },
  });
  if (others === 0) throw new ConflictError("lastOwner");
}
