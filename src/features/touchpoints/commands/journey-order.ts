import "server-only";
import type { Stage } from "@/generated/prisma/enums";
import type { Transaction } from "@/server/database";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";

/** Everything that changes the journey's order or names waits here for its turn. */
export function lockJourney(tx: Transaction, scope: Scope): Promise<void> {
  return lockForTransaction(tx, scope, "journey");
}

/** The touchpoints of a stage in their order, without the archived ones. */
export async function listStageIds(tx: Transaction, scope: Scope, stage: Stage): Promise<string[]> {
  const rows = await tx.touchpoint.findMany({
    where: { organizationId: scope.organizationId, stage, archivedAt: null },
    select: { id: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => row.id);
}

/** Makes these touchpoints the stage's, numbered from 0. */
export async function saveStageOrder(
  tx: Transaction,
  scope: Scope,
  stage: Stage,
  ids: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    update touchpoints
       set stage = ${stage}::"Stage", position = ordered.position - 1
      from unnest(${[...ids]}::uuid[]) with ordinality as ordered (id, position)
     where touchpoints.organization_id = ${scope.organizationId}::uuid and touchpoints.id = ordered.id`;
}

/** Two touchpoints of one name cannot be told apart in a list; archived ones do not count. */
export async function isTouchpointNameTaken(
  tx: Transaction,
  scope: Scope,
  name: string,
  exceptId?: string,
): Promise<boolean> {
  const [taken] = await tx.$queryRaw<unknown[]>`
    select 1 from touchpoints
     where organization_id = ${scope.organizationId}::uuid and archived_at is null
       and lower(name) = lower(${name}) and id is distinct from ${exceptId ?? null}::uuid
     limit 1`;
  return taken !== undefined;
}
