import "server-only";
import { followerOf, placeBefore } from "@/features/touchpoints/rules";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import { getBehaviour } from "../queries/get-behaviour";
import type { BehaviourMove } from "../schema";
import { listBehaviourIds, lockStandard, nameForActivity, saveStandardOrder } from "./standard-order";

/**
 * Moves a behaviour within the standard. Said as "before which one", so that two people who move at once both get what
 * they meant. Gives the move that takes it back.
 */
export async function moveBehaviour(scope: Scope, { id, beforeId }: BehaviourMove): Promise<BehaviourMove> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    await lockStandard(tx, scope);
    const behaviour = await getBehaviour(tx, scope, id);
    if (behaviour.archivedAt) throw new ConflictError("archivedMeanwhile");
    if (beforeId) await getBehaviour(tx, scope, beforeId);
    const order = await listBehaviourIds(tx, scope);
    await saveStandardOrder(tx, scope, placeBefore(order, id, beforeId));
    const name = await nameForActivity(tx, scope, behaviour.names);
    await recordActivity(tx, scope, "behaviour.moved", { type: "behaviour", id }, { name });
    return { id, beforeId: followerOf(order, id) };
  });
}
