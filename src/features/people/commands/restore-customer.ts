import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { getChangeableCustomer } from "../queries/get-customer";

/** Takes an archived customer back. */
export async function restoreCustomer(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const customer = await getChangeableCustomer(tx, scope, id);
    if (!customer.archivedAt) return;
    await tx.customer.update({ where: key(scope, id), data: { archivedAt: null }, select: { id: true } });
    await recordActivity(tx, scope, "customer.restored", { type: "customer", id });
  });
}
