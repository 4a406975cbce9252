import "server-only";
import type { Transaction } from "@/server/database";
import { lockForTransaction } from "@/server/lock-for-transaction";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import type { Scope } from "@/server/scope";
import { getOpenLocation } from "../queries/get-location";
import type { TeamInput } from "../schema";

/** Everything that names or places a team waits here for its turn. */
export function lockTeams(tx: Transaction, scope: Scope): Promise<void> {
  return lockForTransaction(tx, scope, "teams");
}

/** A team's place: an open location within the scope's, or the whole organization for whoever sees all of it. */
export async function checkTeamLocation(
  tx: Transaction,
  scope: Scope,
  locationId: string | null,
): Promise<void> {
  if (locationId === null) requireWholeOrganization(scope);
  else await getOpenLocation(tx, scope, locationId);
}

/** Two locations may each have a team "Sales", one location may not have two; archived ones do not count. */
export async function isTeamNameTaken(
  tx: Transaction,
  scope: Scope,
  { name, locationId }: TeamInput,
  exceptId?: string,
): Promise<boolean> {
  const [taken] = await tx.$queryRaw<unknown[]>`
    select 1 from teams
     where organization_id = ${scope.organizationId}::uuid and archived_at is null
       and lower(name) = lower(${name}) and location_id is not distinct from ${locationId}::uuid
       and id is distinct from ${exceptId ?? null}::uuid
     limit 1`;
  return taken !== undefined;
}
