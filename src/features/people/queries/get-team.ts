import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";

type FoundTeam = { id: string; name: string; locationId: string | null; archivedAt: Date | null };

/** A team that may be used within the scope's locations (one without a location by everybody); throws NotFoundError. */
export async function getTeam(tx: Transaction, scope: Scope, teamId: string): Promise<FoundTeam> {
  const team = await tx.team.findUnique({
    where: key(scope, teamId),
    select: { id: true, name: true, locationId: true, archivedAt: true },
  });
  const isElsewhere =
    team?.locationId && scope.locationIds !== null && !scope.locationIds.includes(team.locationId);
  if (!team || isElsewhere) throw new NotFoundError();
  return team;
}

/** A team the scope may change: one without a location belongs to the whole organization (ForbiddenError). */
export async function getChangeableTeam(tx: Transaction, scope: Scope, teamId: string): Promise<FoundTeam> {
  const team = await getTeam(tx, scope, teamId);
  if (team.locationId === null) requireWholeOrganization(scope);
  return team;
}
