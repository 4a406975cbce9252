import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";

/**
 * Waits until no other transaction of the organization holds the lock of this name, and holds it to the end of the
 * transaction. For rules over several rows that no constraint can express (an order without gaps, a name used once among
 * what is not archived). Take it before reading what the rule looks at.
 */
export async function lockForTransaction(tx: Transaction, scope: Scope, name: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${scope.organizationId}:${name}`}, 0))`;
}
