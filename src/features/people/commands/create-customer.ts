import "server-only";
import { type Transaction, withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { CustomerInput } from "../schema";
import { lockCustomers, refuseTakenCustomerReference } from "./customer-checks";

/** Adds a customer. */
export async function createCustomer(scope: Scope, input: CustomerInput): Promise<{ id: string }> {
  return withScope(scope, (tx) => insertCustomer(tx, scope, input));
}

/** Adds a customer inside a transaction: who is met for the first time is written down together with the encounter. */
export async function insertCustomer(
  tx: Transaction,
  scope: Scope,
  input: CustomerInput,
): Promise<{ id: string }> {
  await lockCustomers(tx, scope);
  await refuseTakenCustomerReference(tx, scope, input.externalReference);
  return tx.customer.create({
    data: { organizationId: scope.organizationId, ...input, createdAt: scope.now },
    select: { id: true },
  });
}
