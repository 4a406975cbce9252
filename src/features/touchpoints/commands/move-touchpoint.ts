import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import { getTouchpoint } from "../queries/get-touchpoint";
import { followerOf, placeBefore } from "../rules";
import type { TouchpointMove } from "../schema";
import { listStageIds, lockJourney, saveStageOrder } from "./journey-order";

/**
 * Moves a touchpoint within the journey. Said as "before which one", not as a number, so that two people who move at once
 * both get what they meant. Gives the move that takes it back.
 */
export async function moveTouchpoint(
  scope: Scope,
  { id, stage, beforeId }: TouchpointMove,
): Promise<TouchpointMove> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    await lockJourney(tx, scope);
    const touchpoint = await getTouchpoint(tx, scope, id);
    if (touchpoint.archivedAt) throw new ConflictError("archivedMeanwhile");
    if (beforeId) await getTouchpoint(tx, scope, beforeId);
    const oldOrder = await listStageIds(tx, scope, touchpoint.stage);
    const target = stage === touchpoint.stage ? oldOrder : await listStageIds(tx, scope, stage);
    await saveStageOrder(tx, scope, stage, placeBefore(target, id, beforeId));
    await recordActivity(
      tx,
      scope,
      "touchpoint.moved",
      { type: "touchpoint", id },
      { name: touchpoint.name, stage },
    );
    return { id, stage: touchpoint.stage, beforeId: followerOf(oldOrder, id) };
  });
}
