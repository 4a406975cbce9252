import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getBehaviour } from "../queries/get-behaviour";
import type { BehaviourInput } from "../schema";
import { toDescriptions, toNames } from "../texts";
import { requireFreeName } from "./require-free-name";
import { lockStandard, nameForActivity } from "./standard-order";

/**
 * Renames or describes a behaviour anew. Questions and items that point to it keep pointing: their figures are shown under
 * the new name, so renaming is for better words, not for another behaviour.
 */
export async function updateBehaviour(
  scope: Scope,
  { id, ...input }: BehaviourInput & { id: string },
): Promise<{ id: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    await lockStandard(tx, scope);
    const behaviour = await getBehaviour(tx, scope, id);
    const names = toNames(input);
    if (!behaviour.archivedAt) await requireFreeName(tx, scope, names, id);
    await tx.behaviour.update({
      where: key(scope, id),
      data: { names, descriptions: toDescriptions(input) },
      select: { id: true },
    });
    const name = await nameForActivity(tx, scope, names);
    await recordActivity(tx, scope, "behaviour.updated", { type: "behaviour", id }, { name });
    return { id };
  });
}
