import "server-only";
import type { Transaction } from "@/server/database";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";

/** Two encounter types of one name cannot be told apart; archived ones do not count. Waits for others who name one. */
export async function isEncounterTypeNameTaken(
  tx: Transaction,
  scope: Scope,
  name: string,
  exceptId?: string,
): Promise<boolean> {
  await lockForTransaction(tx, scope, "encounter-types");
  const [taken] = await tx.$queryRaw<unknown[]>`
    select 1 from encounter_types
     where organization_id = ${scope.organizationId}::uuid and archived_at is null
       and lower(name) = lower(${name}) and id is distinct from ${exceptId ?? null}::uuid
     limit 1`;
  return taken !== undefined;
}
