import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";

/** A customer who is neither archived nor erased, with the segment to freeze into an encounter; throws NotFoundError. */
export async function getActiveCustomer(
  tx: Transaction,
  scope: Scope,
  customerId: string,
): Promise<{ id: string; segment: string | null; language: string }> {
  const customer = await tx.customer.findFirst({
    where: { organizationId: scope.organizationId, id: customerId, archivedAt: null, erasedAt: null },
    select: { id: true, segment: true, language: true },
  });
  if (!customer) throw new NotFoundError();
  return customer;
}
