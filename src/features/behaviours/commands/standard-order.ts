import "server-only";
import type { Transaction } from "@/server/database";
import { chooseText, type LocalizedText } from "@/server/input";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";
import { sameIn } from "../texts";

/** Everything that changes the standard's order, names or number of behaviours waits here for its turn. */
export function lockStandard(tx: Transaction, scope: Scope): Promise<void> {
  return lockForTransaction(tx, scope, "behaviours");
}

/** The behaviours in use, in their order. */
export async function listBehaviourIds(tx: Transaction, scope: Scope): Promise<string[]> {
  const rows = await tx.behaviour.findMany({
    where: { organizationId: scope.organizationId, archivedAt: null },
    select: { id: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => row.id);
}

/** Numbers these behaviours from 0. */
export async function saveStandardOrder(
  tx: Transaction,
  scope: Scope,
  ids: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    update behaviours
       set position = ordered.position - 1
      from unnest(${[...ids]}::uuid[]) with ordinality as ordered (id, position)
     where behaviours.organization_id = ${scope.organizationId}::uuid and behaviours.id = ordered.id`;
}

/** The position after the last behaviour, archived ones among them: they keep their place for when they are taken back. */
export async function nextPosition(tx: Transaction, scope: Scope): Promise<number> {
  const last = await tx.behaviour.aggregate({
    where: { organizationId: scope.organizationId },
    _max: { position: true },
  });
  return (last._max.position ?? -1) + 1;
}

/** The language in which a behaviour in use has one of these names already; null when they are free. */
export async function findTakenName(
  tx: Transaction,
  scope: Scope,
  names: LocalizedText,
  exceptId?: string,
): Promise<"fi" | "sv" | "en" | null> {
  const rows = await tx.behaviour.findMany({
    where: { organizationId: scope.organizationId, archivedAt: null },
    select: { id: true, names: true },
  });
  for (const row of rows) {
    const language = row.id === exceptId ? null : sameIn(names, row.names as LocalizedText);
    if (language) return language;
  }
  return null;
}

/** A behaviour's name for the audit trail: in the organization's language if it is written in it. */
export async function nameForActivity(tx: Transaction, scope: Scope, names: LocalizedText): Promise<string> {
  const { language } = await tx.organization.findUniqueOrThrow({
    where: { id: scope.organizationId },
    select: { language: true },
  });
  return chooseText(names, language);
}
