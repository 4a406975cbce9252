import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { getChangeableCustomer } from "../queries/get-customer";

/** Takes a customer out of the choices for new encounters; earlier ones stay. Archiving twice changes nothing. */
export async function archiveCustomer(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const customer = await getChangeableCustomer(tx, scope, id);
    if (customer.archivedAt) return;
    await tx.customer.update({
      where: key(scope, id),
      data: { archivedAt: scope.now },
      select: { id: true },
    });
    await recordActivity(tx, scope, "customer.archived", { type: "customer", id });
  });
}
