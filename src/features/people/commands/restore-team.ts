import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { getLocation } from "../queries/get-location";
import { getChangeableTeam } from "../queries/get-team";
import { isTeamNameTaken, lockTeams } from "./team-checks";

/** Takes an archived team back into use; its location must be in use. */
export async function restoreTeam(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    await lockTeams(tx, scope);
    const team = await getChangeableTeam(tx, scope, id);
    if (!team.archivedAt) return;
    if (await isTeamNameTaken(tx, scope, team, id)) throw new ConflictError("nameTakenMeanwhile");
    const location = team.locationId ? await getLocation(tx, scope, team.locationId) : null;
    if (location?.archivedAt) throw new ConflictError("locationArchived");
    await tx.team.update({ where: key(scope, id), data: { archivedAt: null }, select: { id: true } });
    await recordActivity(tx, scope, "team.restored", { type: "team", id }, { name: team.name });
  });
}
