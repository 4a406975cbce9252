import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { getChangeableCustomer } from "../queries/get-customer";
import { suppressAddress } from "./suppress-address";

/** No surveys to this customer's address any more, until the suppression is lifted. */
export async function suppressCustomer(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const customer = await getChangeableCustomer(tx, scope, id);
    if (!customer.email) throw new ConflictError("noAddressToSuppress");
    await suppressAddress(tx, scope, customer.email, "suppressed");
    await recordActivity(tx, scope, "customer.suppressed", { type: "customer", id });
  });
}
