import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import type { TeamInput } from "../schema";
import { checkTeamLocation, isTeamNameTaken, lockTeams } from "./team-checks";

/** Adds a team to a location, or one for the whole organization. */
export async function createTeam(scope: Scope, input: TeamInput): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    await lockTeams(tx, scope);
    await checkTeamLocation(tx, scope, input.locationId);
    if (await isTeamNameTaken(tx, scope, input)) throw new InvalidInputError({ name: "nameTaken" });
    const team = await tx.team.create({
      data: { organizationId: scope.organizationId, ...input, createdAt: scope.now },
      select: { id: true },
    });
    await recordActivity(tx, scope, "team.created", { type: "team", id: team.id }, { name: input.name });
    return team;
  });
}
