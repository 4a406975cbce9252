import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { getBehaviour } from "../queries/get-behaviour";
import { lockStandard, nameForActivity } from "./standard-order";

/** Takes a behaviour out of use: it is no longer offered; what points to it and its figures stay. Twice changes nothing. */
export async function archiveBehaviour(scope: Scope, id: string): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, async (tx) => {
    await lockStandard(tx, scope);
    const behaviour = await getBehaviour(tx, scope, id);
    if (behaviour.archivedAt) return;
    await tx.behaviour.update({
      where: key(scope, id),
      data: { archivedAt: scope.now },
      select: { id: true },
    });
    const name = await nameForActivity(tx, scope, behaviour.names);
    await recordActivity(tx, scope, "behaviour.archived", { type: "behaviour", id }, { name });
  });
}
