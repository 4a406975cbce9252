import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { getChangeableTeam } from "../queries/get-team";
import { teamIsUsed } from "../usage-sql";

/** Deletes a team that nobody belongs to and no encounter is attributed to; else it can only be archived (ConflictError). */
export async function deleteTeam(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const team = await getChangeableTeam(tx, scope, id);
    // Locked first: an employee put into it at this moment waits, and then finds no team.
    await tx.$queryRaw`
      select 1 from teams where organization_id = ${scope.organizationId}::uuid and id = ${id}::uuid for update`;
    const [used] = await tx.$queryRaw<unknown[]>`
      select 1 from teams t
       where t.organization_id = ${scope.organizationId}::uuid and t.id = ${id}::uuid and ${teamIsUsed}`;
    if (used) throw new ConflictError("inUse");
    await tx.team.delete({ where: key(scope, id), select: { id: true } });
    await recordActivity(tx, scope, "team.deleted", { type: "team", id }, { name: team.name });
  });
}
