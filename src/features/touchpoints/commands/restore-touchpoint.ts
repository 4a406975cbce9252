import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getTouchpoint } from "../queries/get-touchpoint";
import { isTouchpointNameTaken, listStageIds, lockJourney, saveStageOrder } from "./journey-order";

/** Takes an archived touchpoint back into use, at about the place it had in its stage. */
export async function restoreTouchpoint(scope: Scope, id: string): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, async (tx) => {
    await lockJourney(tx, scope);
    const touchpoint = await getTouchpoint(tx, scope, id);
    if (!touchpoint.archivedAt) return;
    if (await isTouchpointNameTaken(tx, scope, touchpoint.name, id))
      throw new ConflictError("nameTakenMeanwhile");
    await tx.touchpoint.update({ where: key(scope, id), data: { archivedAt: null }, select: { id: true } });
    await saveStageOrder(tx, scope, touchpoint.stage, await listStageIds(tx, scope, touchpoint.stage));
    await recordActivity(
      tx,
      scope,
      "touchpoint.restored",
      { type: "touchpoint", id },
      { name: touchpoint.name },
    );
  });
}
