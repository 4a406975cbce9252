import { expect, it } from "vitest";
import { archiveEmployee } from "@/features/people/commands/archive-employee";
import { archiveLocation } from "@/features/people/commands/archive-location";
import { archiveTeam } from "@/features/people/commands/archive-team";
import { createEmployee } from "@/features/people/commands/create-employee";
import { createLocation } from "@/features/people/commands/create-location";
import { createTeam } from "@/features/people/commands/create-team";
import { deleteLocation } from "@/features/people/commands/delete-location";
import { deleteTeam } from "@/features/people/commands/delete-team";
import { restoreLocation } from "@/features/people/commands/restore-location";
import { restoreTeam } from "@/features/people/commands/restore-team";
import { updateLocation } from "@/features/people/commands/update-location";
import { updateTeam } from "@/features/people/commands/update-team";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { listLocations } from "@/features/people/queries/list-locations";
import { listTeamOptions } from "@/features/people/queries/list-team-options";
import { listTeams } from "@/features/people/queries/list-teams";
import { type LocationInput, locationListInput, teamListInput } from "@/features/people/schema";
import { ConflictError, ForbiddenError, NotFoundError } from "@/server/errors";
import { setUpTestDatabase } from "../../database";
import { createMember, createOrganization } from "../../factories/organization";
import * as factory from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();

const location = (name: string, overrides: Partial<LocationInput> = {}): LocationInput => ({
  name,
  address: null,
  externalReference: null,
  parentId: null,
  ...overrides,
});
const employee = (name: string, locationId: string, teamId: string | null = null) => ({
  name,
  email: null,
  title: null,
  externalReference: null,
  locationId,
  teamId,
});
const everything = locationListInput.parse({ archived: "all" });

it("lists locations as a tree, each level by name", async () => {
  const owner = (await createMember(await createOrganization(), "owner")).scope;
  const helsinki = await createLocation(owner, location("Helsinki"));
  const aland = await createLocation(owner, location("Åland"));
  await createLocation(owner, location("Töölö", { parentId: helsinki.id, address: "Mannerheimintie 50" }));
  await createLocation(owner, location("Kamppi", { parentId: helsinki.id, externalReference: "HKI-1" }));
  const { rows } = await listLocations(owner, everything);
  expect(rows.map((row) => [row.depth, row.name, row.parentName])).toEqual([
    [0, "Helsinki", null],
    [1, "Kamppi", "Helsinki"],
    [1, "Töölö", "Helsinki"],
    [0, "Åland", null],
  ]);
  expect((await listLocations(owner, locationListInput.parse({ q: "mannerheim" }))).rows[0]?.name).toBe(
    "Töölö",
  );
  expect((await listLocations(owner, locationListInput.parse({ q: "hki" }))).rows[0]?.name).toBe("Kamppi");
  expect((await listLocationOptions(owner)).map((option) => option.depth)).toEqual([0, 1, 1, 0]);
  await expect(
    updateLocation(owner, { id: aland.id, ...location("Ahvenanmaa", { externalReference: "HKI-1" }) }),
  ).rejects.toMatchObject({ fields: { externalReference: "referenceTaken" } });
  await expect(createLocation(owner, location("helsinki"))).rejects.toMatchObject({
    fields: { name: "nameTaken" },
  });
});

it("keeps the tree a tree, four levels deep at most", async () => {
  const owner = (await createMember(await createOrganization(), "owner")).scope;
  const ids: string[] = [];
  for (const name of ["1", "2", "3", "4"]) {
    ids.push((await createLocation(owner, location(name, { parentId: ids.at(-1) ?? null }))).id);
  }
  const [first, second, , fourth] = ids as [string, string, string, string];
  const tooDeep = { fields: { parentId: "locationTooDeep" } };
  await expect(createLocation(owner, location("5", { parentId: fourth }))).rejects.toMatchObject(tooDeep);
  await expect(
    updateLocation(owner, { id: first, ...location("1", { parentId: fourth }) }),
  ).rejects.toMatchObject({
    fields: { parentId: "locationInCircle" },
  });
  await expect(
    updateLocation(owner, { id: first, ...location("1", { parentId: first }) }),
  ).rejects.toMatchObject({
    fields: { parentId: "locationInCircle" },
  });
  const top = await createLocation(owner, location("Top"));
  await expect(
    updateLocation(owner, { id: first, ...location("1", { parentId: top.id }) }),
  ).rejects.toMatchObject(tooDeep);
  // The branch from the second down has three levels and fits below another one.
  await updateLocation(owner, { id: second, ...location("2", { parentId: top.id }) });
});

it("refuses two moves that would close a circle only together", async () => {
  const owner = (await createMember(await createOrganization(), "owner")).scope;
  const a = await createLocation(owner, location("A"));
  const b = await createLocation(owner, location("B"));
  const results = await Promise.allSettled([
    updateLocation(owner, { id: a.id, ...location("A", { parentId: b.id }) }),
    updateLocation(owner, { id: b.id, ...location("B", { parentId: a.id }) }),
  ]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await listLocations(owner, everything)).total).toBe(2);
});

it("leaves nobody at an archived location", async () => {
  const { owner, scope, location: used, otherLocation, otherEmployee } = await createSmallOrganization();
  await expect(archiveLocation(owner.scope, otherLocation.id)).rejects.toThrow(ConflictError);
  await archiveEmployee(owner.scope, otherEmployee.id);
  await archiveLocation(owner.scope, otherLocation.id);
  expect((await listLocationOptions(owner.scope)).map((option) => option.id)).toEqual([used.id]);
  await expect(createEmployee(owner.scope, employee("Uusi", otherLocation.id))).rejects.toMatchObject({
    fields: { locationId: "locationArchived" },
  });
  await expect(deleteLocation(owner.scope, otherLocation.id)).rejects.toThrow(ConflictError);
  await restoreLocation(owner.scope, otherLocation.id);

  // Somebody hired at the very moment it closes: either is refused, never both done.
  const empty = await factory.createLocation(scope, { name: "Tyhjä" });
  const [hired, closed] = await Promise.allSettled([
    createEmployee(owner.scope, employee("Viime hetken", empty.id)),
    archiveLocation(owner.scope, empty.id),
  ]);
  expect([hired.status, closed.status].sort()).toEqual(["fulfilled", "rejected"]);
});

it("shows and lets change only what is within a manager's locations", async () => {
  const { localManager, location: own, otherLocation, team, scope } = await createSmallOrganization();
  const elsewhere = await factory.createTeam(scope, { locationId: otherLocation.id, name: "Muualla" });
  const shared = await factory.createTeam(scope, { name: "Yhteinen" });
  const manager = localManager.scope;
  expect((await listLocations(manager, everything)).rows.map((row) => row.id)).toEqual([own.id]);
  expect((await listLocationOptions(manager)).map((option) => option.id)).toEqual([own.id]);
  const seen = (await listTeams(manager, teamListInput.parse({}))).rows.map((row) => row.id);
  expect(seen.sort()).toEqual([team.id, shared.id].sort());
  expect((await listTeamOptions(manager)).map((option) => option.id)).not.toContain(elsewhere.id);

  await expect(createLocation(manager, location("Uusi"))).rejects.toThrow(ForbiddenError);
  await expect(archiveLocation(manager, own.id)).rejects.toThrow(ForbiddenError);
  await expect(createTeam(manager, { name: "Uusi", locationId: otherLocation.id })).rejects.toThrow(
    NotFoundError,
  );
  await expect(createTeam(manager, { name: "Uusi", locationId: null })).rejects.toThrow(ForbiddenError);
  await expect(updateTeam(manager, { id: elsewhere.id, name: "x", locationId: own.id })).rejects.toThrow(
    NotFoundError,
  );
  await expect(updateTeam(manager, { id: shared.id, name: "x", locationId: own.id })).rejects.toThrow(
    ForbiddenError,
  );
  await expect(updateTeam(manager, { id: team.id, name: "x", locationId: otherLocation.id })).rejects.toThrow(
    NotFoundError,
  );
  await createTeam(manager, { name: "Uusi", locationId: own.id });
  await updateTeam(manager, { id: team.id, name: "Nimetty", locationId: own.id });
  await archiveTeam(manager, team.id);
});

it("keeps a team's people while it is archived, and moves no team away from its people", async () => {
  const { owner, team, location: own, otherLocation } = await createSmallOrganization();
  await expect(
    updateTeam(owner.scope, { id: team.id, name: team.name, locationId: otherLocation.id }),
  ).rejects.toMatchObject({ fields: { locationId: "teamHasPeopleElsewhere" } });
  await updateTeam(owner.scope, { id: team.id, name: team.name, locationId: null });
  await updateTeam(owner.scope, { id: team.id, name: team.name, locationId: own.id });
  await archiveTeam(owner.scope, team.id);
  expect(await listTeamOptions(owner.scope)).toEqual([]);
  await restoreTeam(owner.scope, team.id);
  expect((await listTeams(owner.scope, teamListInput.parse({}))).rows).toMatchObject([
    { id: team.id, employeeCount: 1, isUsed: true },
  ]);
  await expect(deleteTeam(owner.scope, team.id)).rejects.toThrow(ConflictError);
  const unused = await createTeam(owner.scope, { name: "Turha", locationId: own.id });
  await deleteTeam(owner.scope, unused.id);
});

it("has each team name once in a location", async () => {
  const { owner, location: own, otherLocation } = await createSmallOrganization();
  await createTeam(owner.scope, { name: "Myynti", locationId: own.id });
  await createTeam(owner.scope, { name: "Myynti", locationId: otherLocation.id });
  await expect(createTeam(owner.scope, { name: "myynti", locationId: own.id })).rejects.toMatchObject({
    fields: { name: "nameTaken" },
  });
});

it("knows no place of another organization", async () => {
  const here = await createSmallOrganization();
  const there = await createSmallOrganization();
  const { scope } = here.owner;
  const [foreignLocation, foreignTeam] = [there.location.id, there.team.id];
  await expect(updateLocation(scope, { id: foreignLocation, ...location("x") })).rejects.toThrow(
    NotFoundError,
  );
  await expect(createLocation(scope, location("x", { parentId: foreignLocation }))).rejects.toThrow(
    NotFoundError,
  );
  for (const command of [archiveLocation, restoreLocation, deleteLocation]) {
    await expect(command(scope, foreignLocation)).rejects.toThrow(NotFoundError);
  }
  await expect(updateTeam(scope, { id: foreignTeam, name: "x", locationId: null })).rejects.toThrow(
    NotFoundError,
  );
  await expect(createTeam(scope, { name: "x", locationId: foreignLocation })).rejects.toThrow(NotFoundError);
  for (const command of [archiveTeam, restoreTeam, deleteTeam]) {
    await expect(command(scope, foreignTeam)).rejects.toThrow(NotFoundError);
  }
  expect((await listLocations(scope, everything)).rows.map((row) => row.id)).not.toContain(foreignLocation);
  expect((await listTeams(scope, teamListInput.parse({}))).rows.map((row) => row.id)).not.toContain(
    foreignTeam,
  );
  expect((await listTeamOptions(scope)).map((option) => option.id)).not.toContain(foreignTeam);
});
