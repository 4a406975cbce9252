import "server-only";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { getChangeableCustomer } from "../queries/get-customer";
import type { CustomerInput } from "../schema";
import { carrySuppression } from "./carry-suppression";
import { lockCustomers, refuseTakenCustomerReference } from "./customer-checks";

/** Changes a customer. A new segment counts from the next encounter on; an unsubscription follows to a new address. */
export async function updateCustomer(
  scope: Scope,
  { id, ...input }: CustomerInput & { id: string },
): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    await lockCustomers(tx, scope);
    const customer = await getChangeableCustomer(tx, scope, id);
    await refuseTakenCustomerReference(tx, scope, input.externalReference, id);
    const consent = await carrySuppression(tx, scope, customer, input);
    await tx.customer.update({ where: key(scope, id), data: { ...input, consent }, select: { id: true } });
    return { id };
  });
}
