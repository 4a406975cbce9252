import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";

/** The open locations and teams that the words of a file can mean, within the scope's locations. */
export type Places = {
  /** By external reference, else by name, whatever the capitals; null when unknown. */
  findLocation(words: string): string | null;
  /** A team of the location, else one of the whole organization, by name; null when unknown. */
  findTeam(name: string, locationId: string): string | null;
  /** Whether a team (or none) can be had at a location. */
  fitsLocation(teamId: string | null, locationId: string): boolean;
  /** Whether the scope may see what is at this location, open or archived. */
  isWithinScope(locationId: string): boolean;
};

const sameWords = (text: string) => text.trim().toLocaleLowerCase("fi");

export async function findPlaces(tx: Transaction, scope: Scope): Promise<Places> {
  const { organizationId, locationIds } = scope;
  // Held open to the end of the transaction, as for an employee put there by hand.
  const locations = await tx.$queryRaw<{ id: string; name: string; reference: string | null }[]>`
    select id, name, external_reference as reference from locations
     where organization_id = ${organizationId}::uuid and archived_at is null order by id for key share`;
  const teams = await tx.team.findMany({
    where: { organizationId },
    select: { id: true, name: true, locationId: true, archivedAt: true },
  });
  const isWithinScope = (locationId: string) => locationIds === null || locationIds.includes(locationId);
  const open = locations.filter((location) => isWithinScope(location.id));
  const byReference = new Map(
    open.flatMap((one) => (one.reference ? [[one.reference, one.id] as const] : [])),
  );
  const byName = new Map(open.map((one) => [sameWords(one.name), one.id]));
  const teamKey = (name: string, locationId: string | null) => `${locationId ?? ""}:${sameWords(name)}`;
  const openTeams = new Map(
    teams.flatMap((team) =>
      team.archivedAt ? [] : [[teamKey(team.name, team.locationId), team.id] as const],
    ),
  );
  const teamLocation = new Map(teams.map((team) => [team.id, team.locationId]));

  return {
    findLocation: (words) => byReference.get(words.trim()) ?? byName.get(sameWords(words)) ?? null,
    findTeam: (name, locationId) =>
      openTeams.get(teamKey(name, locationId)) ?? openTeams.get(teamKey(name, null)) ?? null,
    fitsLocation: (teamId, locationId) => {
      const home = teamId ? (teamLocation.get(teamId) ?? null) : null;
      return home === null || home === locationId;
    },
    isWithinScope,
  };
}
