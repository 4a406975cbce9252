import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getBehaviour } from "../queries/get-behaviour";
import {
  findTakenName,
  listBehaviourIds,
  lockStandard,
  nameForActivity,
  saveStandardOrder,
} from "./standard-order";

/** Takes an archived behaviour back into use, at about the place it had. Its name taken meanwhile: ConflictError. */
export async function restoreBehaviour(scope: Scope, id: string): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, async (tx) => {
    await lockStandard(tx, scope);
    const behaviour = await getBehaviour(tx, scope, id);
    if (!behaviour.archivedAt) return;
    if (await findTakenName(tx, scope, behaviour.names, id)) throw new ConflictError("nameTakenMeanwhile");
    await tx.behaviour.update({ where: key(scope, id), data: { archivedAt: null }, select: { id: true } });
    await saveStandardOrder(tx, scope, await listBehaviourIds(tx, scope));
    const name = await nameForActivity(tx, scope, behaviour.names);
    await recordActivity(tx, scope, "behaviour.restored", { type: "behaviour", id }, { name });
  });
}
