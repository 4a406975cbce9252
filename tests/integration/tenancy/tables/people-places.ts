import { expect } from "vitest";
import { archiveLocation } from "@/features/people/commands/archive-location";
import { archiveTeam } from "@/features/people/commands/archive-team";
import { createLocation } from "@/features/people/commands/create-location";
import { createTeam } from "@/features/people/commands/create-team";
import { deleteLocation } from "@/features/people/commands/delete-location";
import { deleteTeam } from "@/features/people/commands/delete-team";
import { findPlaces } from "@/features/people/commands/find-places";
import {
  checkParent,
  findTakenLocationFields,
  lockLocations,
} from "@/features/people/commands/location-checks";
import { restoreLocation } from "@/features/people/commands/restore-location";
import { restoreTeam } from "@/features/people/commands/restore-team";
import { checkTeamLocation, isTeamNameTaken, lockTeams } from "@/features/people/commands/team-checks";
import { updateLocation } from "@/features/people/commands/update-location";
import { updateTeam } from "@/features/people/commands/update-team";
import { withScope } from "@/server/database";
import type { Cast } from "../cast";
import { type Lines, line, lock } from "../line";
import { type Place, unique } from "../makers";

const location = (of: Cast) => of.newLocation();
const team = (of: Cast, place: Place) => of.newTeam(place);
const placed = (_of: Cast, place: Place) => ({ id: place.locationId });

/** What a form sends of a location and of a team. */
const locationIn = (parentId: string | null) => ({
  name: `Location ${unique()}`,
  address: null,
  externalReference: null,
  parentId,
});
const teamAt = (locationId: string | null) => ({ name: `Team ${unique()}`, locationId });

export const peoplePlaces: Lines = {
  lockLocations: lock(lockLocations),
  lockTeams: lock(lockTeams),

  findPlaces: [
    line({
      given: async (of, place) => ({ name: await of.locationName(place) }),
      call: (scope, { name }) =>
        withScope(scope, async (tx) => (await findPlaces(tx, scope)).findLocation(name)),
      own: ({ result }) => expect(result).toEqual(expect.any(String)),
      foreign: "nothing",
      limited: "nothing",
    }),
    line({
      given: team,
      call: (scope, { name, locationId }) =>
        withScope(scope, async (tx) => (await findPlaces(tx, scope)).findTeam(name, locationId as string)),
      own: "shows",
      foreign: "nothing",
    }),
    line({
      given: placed,
      call: (scope, { id }) =>
        withScope(scope, async (tx) => (await findPlaces(tx, scope)).isWithinScope(id)),
      own: ({ result }) => expect(result).toBe(true),
      // Asked of locations that were found among the organization's own; it knows the limits within them.
      foreign: "takes nothing",
      limited: "nothing",
    }),
  ],
  findTakenLocationFields: line({
    given: location,
    call: (scope, given) => withScope(scope, (tx) => findTakenLocationFields(tx, scope, given)),
    own: ({ result }) => expect(result).toEqual({ name: "nameTaken" }),
    foreign: "nothing",
  }),
  checkParent: line({
    given: placed,
    call: (scope, { id }) => withScope(scope, (tx) => checkParent(tx, scope, id)),
    own: "runs",
    foreign: "not found",
    limited: "not found",
  }),
  createLocation: line({
    given: placed,
    call: (scope, { id }) => createLocation(scope, locationIn(id)),
    own: "changes",
    foreign: "not found",
    limited: "forbidden",
  }),
  updateLocation: [
    line({
      given: location,
      call: (scope, { id }) => updateLocation(scope, { ...locationIn(null), id }),
      own: "changes",
      foreign: "not found",
      limited: "forbidden",
    }),
    line({
      given: async (_of, place, caller) => ({
        mine: await caller.newLocation(),
        parentId: place.locationId,
      }),
      call: (scope, { mine, parentId }) => updateLocation(scope, { ...locationIn(parentId), id: mine.id }),
      own: "changes",
      foreign: "not found",
      limited: "forbidden",
    }),
  ],
  archiveLocation: line({
    given: location,
    call: (scope, { id }) => archiveLocation(scope, id),
    own: "changes",
    foreign: "not found",
    limited: "forbidden",
  }),
  restoreLocation: line({
    given: (of) => of.newLocation({ isArchived: true }),
    call: (scope, { id }) => restoreLocation(scope, id),
    own: "changes",
    foreign: "not found",
    limited: "forbidden",
  }),
  deleteLocation: line({
    given: location,
    call: (scope, { id }) => deleteLocation(scope, id),
    own: "changes",
    foreign: "not found",
    limited: "forbidden",
  }),

  checkTeamLocation: [
    line({
      given: placed,
      call: (scope, { id }) => withScope(scope, (tx) => checkTeamLocation(tx, scope, id)),
      own: "runs",
      foreign: "not found",
      limited: "not found",
    }),
    line({
      call: (scope) => withScope(scope, (tx) => checkTeamLocation(tx, scope, null)),
      own: "runs",
      foreign: "takes nothing",
      limited: "forbidden",
    }),
  ],
  isTeamNameTaken: line({
    given: team,
    call: (scope, { name, locationId }) =>
      withScope(scope, (tx) => isTeamNameTaken(tx, scope, { name, locationId: locationId as string })),
    own: ({ result }) => expect(result).toBe(true),
    foreign: "nothing",
  }),
  createTeam: line({
    given: placed,
    call: (scope, { id }) => createTeam(scope, teamAt(id)),
    own: "changes",
    foreign: "not found",
    limited: "not found",
  }),
  updateTeam: [
    line({
      given: team,
      call: (scope, { id, locationId }) => updateTeam(scope, { ...teamAt(locationId as string), id }),
      own: "changes",
      foreign: "not found",
      limited: "not found",
    }),
    line({
      given: async (_of, place, caller) => ({
        mine: await caller.newTeam(caller.here),
        locationId: place.locationId,
      }),
      call: (scope, { mine, locationId }) => updateTeam(scope, { ...teamAt(locationId), id: mine.id }),
      own: "changes",
      foreign: "not found",
      limited: "not found",
    }),
  ],
  archiveTeam: line({
    given: team,
    call: (scope, { id }) => archiveTeam(scope, id),
    own: "changes",
    foreign: "not found",
    limited: "not found",
  }),
  restoreTeam: line({
    given: (of, place) => of.newTeam(place, { isArchived: true }),
    call: (scope, { id }) => restoreTeam(scope, id),
    own: "changes",
    foreign: "not found",
    limited: "not found",
  }),
  deleteTeam: line({
    given: team,
    call: (scope, { id }) => deleteTeam(scope, id),
    own: "changes",
    foreign: "not found",
    limited: "not found",
  }),
};
