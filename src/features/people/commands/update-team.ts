import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { getChangeableTeam } from "../queries/get-team";
import type { TeamInput } from "../schema";
import { checkTeamLocation, isTeamNameTaken, lockTeams } from "./team-checks";

/** Renames a team or moves it to another location; a team whose people work elsewhere cannot be moved there. */
export async function updateTeam(
  scope: Scope,
  { id, ...input }: TeamInput & { id: string },
): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    await lockTeams(tx, scope);
    const team = await getChangeableTeam(tx, scope, id);
    if (team.locationId !== input.locationId) {
      await checkTeamLocation(tx, scope, input.locationId);
      const elsewhere = input.locationId
        ? await tx.employee.count({
            where: {
              organizationId: scope.organizationId,
              teamId: id,
              archivedAt: null,
              locationId: { not: input.locationId },
            },
          })
        : 0;
      if (elsewhere > 0)
        throw new InvalidInputError({ locationId: "teamHasPeopleElsewhere" }, { count: elsewhere });
    }
    const isNameTaken = !team.archivedAt && (await isTeamNameTaken(tx, scope, input, id));
    if (isNameTaken) throw new InvalidInputError({ name: "nameTaken" });
    await tx.team.update({ where: key(scope, id), data: input, select: { id: true } });
    await recordActivity(tx, scope, "team.updated", { type: "team", id }, { name: input.name });
    return { id };
  });
}
