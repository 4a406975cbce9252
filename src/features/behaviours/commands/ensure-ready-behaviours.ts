import "server-only";
import { recordActivity } from "@/server/activity";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import { READY_BEHAVIOURS, type ReadyBehaviourKey } from "../ready-behaviours";
import { lockStandard, nextPosition } from "./standard-order";

/**
 * Makes sure that the ready behaviours of these keys are in the standard and gives their ids by key. Those that were there
 * stay as they are, renamed or archived: a form that points to an archived behaviour is better than a second one of its kind.
 * New ones go to the end, in the order given.
 */
export async function ensureReadyBehaviours<Key extends ReadyBehaviourKey>(
  tx: Transaction,
  scope: Scope,
  keys: readonly Key[],
): Promise<Record<Key, string>> {
  await lockStandard(tx, scope);
  const existing = await listByKey(tx, scope, keys);
  const missing = [...new Set(keys)].filter((key) => !existing.has(key));
  if (missing.length > 0) {
    const first = await nextPosition(tx, scope);
    await tx.behaviour.createMany({
      data: missing.map((key, index) => ({
        organizationId: scope.organizationId,
        key,
        names: READY_BEHAVIOURS[key].names,
        descriptions: READY_BEHAVIOURS[key].descriptions,
        position: first + index,
        createdAt: scope.now,
      })),
    });
    await recordActivity(
      tx,
      scope,
      "behaviours.readyAdded",
      { type: "behaviours" },
      { created: missing.length },
    );
  }
  const all = missing.length > 0 ? await listByKey(tx, scope, keys) : existing;
  return Object.fromEntries(all) as Record<Key, string>;
}

async function listByKey(
  tx: Transaction,
  scope: Scope,
  keys: readonly ReadyBehaviourKey[],
): Promise<Map<string, string>> {
  const rows = await tx.behaviour.findMany({
    where: { organizationId: scope.organizationId, key: { in: [...keys] } },
    select: { id: true, key: true },
  });
  return new Map(rows.flatMap(({ id, key }) => (key === null ? [] : [[key, id]])));
}
