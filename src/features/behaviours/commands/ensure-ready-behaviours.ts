import "server-only";
import { recordActivity } from "@/server/activity";
import type { Transaction } from "@/server/database";
import type { LocalizedText } from "@/server/input";
import { key as keyOf, type Scope } from "@/server/scope";
import { READY_BEHAVIOURS, type ReadyBehaviourKey } from "../ready-behaviours";
import { sameIn } from "../texts";
import { lockStandard, nextPosition } from "./standard-order";

/**
 * Makes sure that the ready behaviours of these keys are in the standard and gives their ids by key. Those that were there
 * stay as they are, renamed or archived: a form that points to an archived behaviour is better than a second one of its
 * kind. One that the organization wrote itself under the same name is taken for it. New ones go to the end, in the order
 * given.
 */
export async function ensureReadyBehaviours<Key extends ReadyBehaviourKey>(
  tx: Transaction,
  scope: Scope,
  keys: readonly Key[],
): Promise<Record<Key, string>> {
  await lockStandard(tx, scope);
  const ids = await listByKey(tx, scope, keys);
  const missing = [...new Set(keys)].filter((key) => !ids.has(key));
  if (missing.length === 0) return Object.fromEntries(ids) as Record<Key, string>;

  const added = await adoptNamesakes(tx, scope, missing);
  const first = await nextPosition(tx, scope);
  await tx.behaviour.createMany({
    data: added.map((key, index) => ({
      organizationId: scope.organizationId,
      key,
      names: READY_BEHAVIOURS[key].names,
      descriptions: READY_BEHAVIOURS[key].descriptions,
      position: first + index,
      createdAt: scope.now,
    })),
  });
  if (added.length > 0) {
    await recordActivity(tx, scope, "behaviour.readyAdded", { type: "behaviour" }, { created: added.length });
  }
  return Object.fromEntries(await listByKey(tx, scope, keys)) as Record<Key, string>;
}

/** Gives the keys to behaviours in use that have the ready ones' names already; returns the keys that are left. */
async function adoptNamesakes<Key extends ReadyBehaviourKey>(
  tx: Transaction,
  scope: Scope,
  keys: readonly Key[],
): Promise<Key[]> {
  const own = await tx.behaviour.findMany({
    where: { organizationId: scope.organizationId, key: null, archivedAt: null },
    select: { id: true, names: true },
  });
  const left: Key[] = [];
  for (const key of keys) {
    const index = own.findIndex(({ names }) => sameIn(names as LocalizedText, READY_BEHAVIOURS[key].names));
    const [namesake] = index === -1 ? [] : own.splice(index, 1);
    if (!namesake) left.push(key);
    else await tx.behaviour.update({ where: keyOf(scope, namesake.id), data: { key }, select: { id: true } });
  }
  return left;
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
