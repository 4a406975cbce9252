import { expect } from "vitest";
import { archiveEmployee } from "@/features/people/commands/archive-employee";
import { createEmployee } from "@/features/people/commands/create-employee";
import { deleteEmployee } from "@/features/people/commands/delete-employee";
import {
  checkEmployeePlace,
  lockEmployees,
  refuseTakenEmployee,
} from "@/features/people/commands/employee-checks";
import { restoreEmployee } from "@/features/people/commands/restore-employee";
import { updateEmployee } from "@/features/people/commands/update-employee";
import { upsertEmployeeRows, upsertEmployees } from "@/features/people/commands/upsert-employees";
import { withScope } from "@/server/database";
import type { Cast } from "../cast";
import { type Lines, line, lock, type Observed } from "../line";
import { type Place, unique } from "../makers";

const employee = (of: Cast, place: Place) => of.newEmployee(place);

/** What a form sends of an employee, and what a file does. */
const employeeAt = (locationId: string, teamId: string | null = null) => ({
  name: "New",
  email: `${unique()}@example.test`,
  title: null,
  externalReference: null,
  locationId,
  teamId,
});
const employeeRow = (location: string, externalReference: string | null = null) => ({
  name: "Somebody",
  email: null,
  title: null,
  externalReference,
  location,
  team: null,
});

/** The caller's own employee, and a place or team that may be somebody else's. */
const mineAndPlace = async (_of: Cast, place: Place, caller: Cast) => ({
  mine: await caller.newEmployee(caller.here),
  locationId: place.locationId,
});
const mineAndTeam = async (of: Cast, place: Place, caller: Cast) => ({
  mine: await caller.newEmployee(caller.here),
  locationId: of === caller ? place.locationId : caller.here.locationId,
  teamId: (await of.newTeam(place)).id,
});

const placeNamed = async (of: Cast, place: Place) => ({ location: await of.locationName(place) });
const unknownLocation = ({ result, changed }: Observed) => {
  expect(result).toEqual([{ rejected: { column: "location", reason: "unknownLocation" } }]);
  expect(changed).toEqual([]);
};

export const peopleEmployees: Lines = {
  lockEmployees: lock(lockEmployees),
  refuseTakenEmployee: line({
    given: employee,
    call: (scope, given) => withScope(scope, (tx) => refuseTakenEmployee(tx, scope, given)),
    own: "invalid",
    foreign: "nothing",
  }),
  checkEmployeePlace: [
    line({
      given: (_of, place) => ({ locationId: place.locationId, teamId: null }),
      call: (scope, given) => withScope(scope, (tx) => checkEmployeePlace(tx, scope, given)),
      own: "runs",
      foreign: "not found",
      limited: "not found",
    }),
    line({
      given: mineAndTeam,
      call: (scope, given) => withScope(scope, (tx) => checkEmployeePlace(tx, scope, given)),
      own: "runs",
      foreign: "not found",
    }),
  ],
  createEmployee: [
    line({
      given: (_of, place) => place,
      call: (scope, { locationId }) => createEmployee(scope, employeeAt(locationId)),
      own: "changes",
      foreign: "not found",
      limited: "not found",
    }),
    line({
      given: mineAndTeam,
      call: (scope, { locationId, teamId }) => createEmployee(scope, employeeAt(locationId, teamId)),
      own: "changes",
      foreign: "not found",
    }),
  ],
  updateEmployee: [
    line({
      given: employee,
      call: (scope, { id, locationId }) => updateEmployee(scope, { ...employeeAt(locationId), id }),
      own: "changes",
      foreign: "not found",
      limited: "not found",
    }),
    line({
      given: mineAndPlace,
      call: (scope, { mine, locationId }) =>
        updateEmployee(scope, { ...employeeAt(locationId), id: mine.id }),
      own: "changes",
      foreign: "not found",
      limited: "not found",
    }),
    line({
      given: mineAndTeam,
      call: (scope, { mine, locationId, teamId }) =>
        updateEmployee(scope, { ...employeeAt(locationId, teamId), id: mine.id }),
      own: "changes",
      foreign: "not found",
    }),
  ],
  archiveEmployee: line({
    given: employee,
    call: (scope, { id }) => archiveEmployee(scope, id),
    own: "changes",
    foreign: "not found",
    limited: "not found",
  }),
  restoreEmployee: line({
    given: (of, place) => of.newEmployee(place, { isArchived: true }),
    call: (scope, { id }) => restoreEmployee(scope, id),
    own: "changes",
    foreign: "not found",
    limited: "not found",
  }),
  deleteEmployee: line({
    given: employee,
    call: (scope, { id }) => deleteEmployee(scope, id),
    own: "changes",
    foreign: "not found",
    limited: "not found",
  }),
  upsertEmployees: [
    line({
      given: placeNamed,
      call: (scope, { location }) => upsertEmployees(scope, [employeeRow(location, unique())]),
      own: "changes",
      foreign: unknownLocation,
      limited: unknownLocation,
    }),
    line({
      given: async (of, place, caller) => ({
        ...(await of.newEmployee(place, { externalReference: unique() })),
        mine: await caller.locationName(caller.here),
      }),
      call: (scope, { mine, externalReference }) =>
        upsertEmployees(scope, [employeeRow(mine, externalReference)]),
      own: "changes",
      foreign: "changes",
      limited: ({ result, changed }) => {
        expect(result).toEqual([{ rejected: { column: "externalReference", reason: "referenceTaken" } }]);
        expect(changed).toEqual([]);
      },
    }),
  ],
  upsertEmployeeRows: line({
    given: placeNamed,
    call: (scope, { location }) =>
      withScope(scope, (tx) => upsertEmployeeRows(tx, scope, [employeeRow(location, unique())])),
    own: "changes",
    foreign: unknownLocation,
    limited: unknownLocation,
  }),
};
