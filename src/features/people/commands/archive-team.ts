import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { getChangeableTeam } from "../queries/get-team";

/**
 * Takes a team out of use: new encounters are no longer attributed to it, earlier ones stay. Its people stay noted, so
 * that restoring brings the team back whole. Archiving twice changes nothing.
 */
export async function archiveTeam(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const team = await getChangeableTeam(tx, scope, id);
    if (team.archivedAt) return;
    await tx.team.update({ where: key(scope, id), data: { archivedAt: scope.now }, select: { id: true } });
    await recordActivity(tx, scope, "team.archived", { type: "team", id }, { name: team.name });
  });
}
