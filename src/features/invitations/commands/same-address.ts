import "server-only";
import type { Transaction } from "@/server/database";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";
import { hashAddress } from "@/server/tokens";

/** The name under which an address is locked (`lockForTransaction`): keyed, so that no lock table shows whose it is. */
export function addressLock(email: string): string {
  return `address:${Buffer.from(hashAddress(email)).toString("hex")}`;
}

/**
 * Waits until nobody else decides about mailing this address; to the end of the transaction. Several customers may share
 * an address (a family, an office): one person reads it, so quarantine and duplicates count by address.
 */
export async function lockAddress(tx: Transaction, scope: Scope, email: string): Promise<void> {
  await lockForTransaction(tx, scope, addressLock(email));
}

/** Everybody whose mail goes to this address, among them the customer given, whatever the address was before. */
export async function listCustomersOfAddress(
  tx: Transaction,
  scope: Scope,
  customer: { id: string; email: string | null },
): Promise<string[]> {
  if (!customer.email) return [customer.id];
  // Addresses are stored in lower case; asking for lower(email) would keep the index out (lower is not leakproof).
  const sharing = await tx.customer.findMany({
    where: {
      organizationId: scope.organizationId,
      email: { in: [customer.email, customer.email.trim().toLowerCase()] },
    },
    select: { id: true },
  });
  return [...new Set([customer.id, ...sharing.map(({ id }) => id)])];
}
