import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getTouchpoint } from "../queries/get-touchpoint";
import { touchpointIsUsed } from "../usage-sql";
import { lockJourney } from "./journey-order";

/** Deletes a touchpoint that nothing points to yet; a used one can only be archived (ConflictError). */
export async function deleteTouchpoint(scope: Scope, id: string): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, async (tx) => {
    await lockJourney(tx, scope);
    const touchpoint = await getTouchpoint(tx, scope, id);
    // Locked first: an encounter recorded at this moment waits, and then finds no touchpoint.
    const where = key(scope, id);
    await tx.$queryRaw`
      select 1 from touchpoints where organization_id = ${scope.organizationId}::uuid and id = ${id}::uuid for update`;
    const [used] = await tx.$queryRaw<unknown[]>`
      select 1 from touchpoints t
       where t.organization_id = ${scope.organizationId}::uuid and t.id = ${id}::uuid and ${touchpointIsUsed}`;
    if (used) throw new ConflictError("inUse");
    await tx.touchpoint.delete({ where, select: { id: true } });
    await recordActivity(
      tx,
      scope,
      "touchpoint.deleted",
      { type: "touchpoint", id },
      { name: touchpoint.name },
    );
  });
}
