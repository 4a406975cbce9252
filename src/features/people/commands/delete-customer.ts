import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { getCustomer } from "../queries/get-customer";
import { customerIsUsed } from "../usage-sql";

/** Deletes a customer who was never met; else archiving or erasing is the way (ConflictError). */
export async function deleteCustomer(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    await getCustomer(tx, scope, id);
    // Locked first: an encounter recorded at this moment waits, and then finds no customer.
    await tx.$queryRaw`
      select 1 from customers where organization_id = ${scope.organizationId}::uuid and id = ${id}::uuid for update`;
    const [used] = await tx.$queryRaw<unknown[]>`
      select 1 from customers t
       where t.organization_id = ${scope.organizationId}::uuid and t.id = ${id}::uuid and ${customerIsUsed}`;
    if (used) throw new ConflictError("inUse");
    await tx.customer.delete({ where: key(scope, id), select: { id: true } });
    await recordActivity(tx, scope, "customer.deleted", { type: "customer", id });
  });
}
