import "server-only";
import type { Transaction } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";

/** Everything that writes a customer's reference waits here for its turn, imports too. */
export function lockCustomers(tx: Transaction, scope: Scope): Promise<void> {
  return lockForTransaction(tx, scope, "customers");
}

/** A reference leads to one customer. Addresses may be shared: families and front desks have one for many. */
export async function refuseTakenCustomerReference(
  tx: Transaction,
  scope: Scope,
  externalReference: string | null,
  exceptId?: string,
): Promise<void> {
  if (!externalReference) return;
  const taken = await tx.customer.findFirst({
    where: {
      organizationId: scope.organizationId,
      externalReference,
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
    select: { id: true },
  });
  if (taken) throw new InvalidInputError({ externalReference: "referenceTaken" });
}
