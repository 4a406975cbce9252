import { expect } from "vitest";
import { archiveCustomer } from "@/features/people/commands/archive-customer";
import { archiveEmployee } from "@/features/people/commands/archive-employee";
import { carrySuppression } from "@/features/people/commands/carry-suppression";
import { createCustomer, insertCustomer } from "@/features/people/commands/create-customer";
import { createEmployee } from "@/features/people/commands/create-employee";
import { lockCustomers, refuseTakenCustomerReference } from "@/features/people/commands/customer-checks";
import { deleteCustomer } from "@/features/people/commands/delete-customer";
import { deleteEmployee } from "@/features/people/commands/delete-employee";
import {
  checkEmployeePlace,
  lockEmployees,
  refuseTakenEmployee,
} from "@/features/people/commands/employee-checks";
import { eraseCustomer } from "@/features/people/commands/erase-customer";
import { liftSuppression } from "@/features/people/commands/lift-suppression";
import { restoreCustomer } from "@/features/people/commands/restore-customer";
import { restoreEmployee } from "@/features/people/commands/restore-employee";
import { suppressAddress } from "@/features/people/commands/suppress-address";
import { suppressCustomer } from "@/features/people/commands/suppress-customer";
import { updateCustomer } from "@/features/people/commands/update-customer";
import { updateEmployee } from "@/features/people/commands/update-employee";
import { upsertCustomerRows, upsertCustomers } from "@/features/people/commands/upsert-customers";
import { upsertEmployeeRows, upsertEmployees } from "@/features/people/commands/upsert-employees";
import { withScope } from "@/server/database";
import type { Cast } from "../cast";
import { type Lines, line, lock, type Observed } from "../line";
import { type Place, unique } from "../makers";

const customer = (of: Cast) => of.newCustomer();
const employee = (of: Cast, place: Place) => of.newEmployee(place);

/** What a form sends of a new customer and a new employee. */
const customerOf = (caller: Cast, externalReference: string | null = null) => ({
  name: `${caller.mark} customer`,
  email: null,
  phone: null,
  externalReference,
  language: "en" as const,
  segment: null,
  consent: "given" as const,
});
const employeeAt = (locationId: string, teamId: string | null = null) => ({
  name: "New",
  email: `${unique()}@example.test`,
  title: null,
  externalReference: null,
  locationId,
  teamId,
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

const customerRow = (externalReference: string) => ({
  name: "Renamed",
  email: null,
  phone: null,
  externalReference,
  language: null,
  segment: null,
  consent: null,
});
const employeeRow = (location: string, externalReference: string | null = null) => ({
  name: "Somebody",
  email: null,
  title: null,
  externalReference,
  location,
  team: null,
});
const placeNamed = async (of: Cast, place: Place) => ({ location: await of.locationName(place) });
const unknownLocation = ({ result, changed }: Observed) => {
  expect(result).toEqual([{ rejected: { column: "location", reason: "unknownLocation" } }]);
  expect(changed).toEqual([]);
};

export const peopleCommands: Lines = {
  lockCustomers: lock(lockCustomers),
  lockEmployees: lock(lockEmployees),

  createCustomer: [
    line({
      call: (scope, _given, caller) => createCustomer(scope, customerOf(caller)),
      own: "changes",
      foreign: "takes nothing",
    }),
    line({
      // A reference is taken within one organization only.
      given: customer,
      call: (scope, given, caller) => createCustomer(scope, customerOf(caller, given.externalReference)),
      own: "invalid",
      foreign: "changes",
    }),
  ],
  insertCustomer: line({
    given: customer,
    call: (scope, given, caller) =>
      withScope(scope, (tx) => insertCustomer(tx, scope, customerOf(caller, given.externalReference))),
    own: "invalid",
    foreign: "changes",
  }),
  refuseTakenCustomerReference: line({
    given: customer,
    call: (scope, { externalReference }) =>
      withScope(scope, (tx) => refuseTakenCustomerReference(tx, scope, externalReference)),
    own: "invalid",
    foreign: "nothing",
  }),
  updateCustomer: [
    line({
      given: customer,
      call: (scope, { id }, caller) => updateCustomer(scope, { ...customerOf(caller), id }),
      own: "changes",
      foreign: "not found",
    }),
    line({
      given: async (of, _place, caller) => ({
        mine: await caller.newCustomer(),
        externalReference: (await of.newCustomer()).externalReference,
      }),
      call: (scope, { mine, externalReference }, caller) =>
        updateCustomer(scope, { ...customerOf(caller, externalReference), id: mine.id }),
      own: "invalid",
      foreign: "changes",
    }),
  ],
  archiveCustomer: line({
    given: customer,
    call: (scope, { id }) => archiveCustomer(scope, id),
    own: "changes",
    foreign: "not found",
  }),
  restoreCustomer: line({
    given: (of) => of.newCustomer({ isArchived: true }),
    call: (scope, { id }) => restoreCustomer(scope, id),
    own: "changes",
    foreign: "not found",
  }),
  deleteCustomer: line({
    given: customer,
    call: (scope, { id }) => deleteCustomer(scope, id),
    own: "changes",
    foreign: "not found",
  }),
  eraseCustomer: line({
    given: async (of) => (await of.newInvitation()).customer,
    call: (scope, { id }) => eraseCustomer(scope, id),
    own: ({ changed }) => expect(changed).toEqual(["activity_events", "customers", "invitations"]),
    foreign: "not found",
  }),
  suppressAddress: line({
    given: customer,
    call: (scope, { email }) => withScope(scope, (tx) => suppressAddress(tx, scope, email, "unsubscribed")),
    own: "changes",
    // Somebody may be a customer of both: here suppressed, there not.
    foreign: "changes",
  }),
  suppressCustomer: line({
    given: customer,
    call: (scope, { id }) => suppressCustomer(scope, id),
    own: "changes",
    foreign: "not found",
  }),
  liftSuppression: line({
    given: (of) => of.newSuppressedCustomer(),
    call: (scope, { id }) => liftSuppression(scope, id),
    own: "changes",
    foreign: "not found",
  }),
  carrySuppression: line({
    given: (of) => of.newSuppressedCustomer(),
    call: (scope, { email }) =>
      withScope(scope, (tx) =>
        carrySuppression(tx, scope, { email }, { email: `${unique()}@example.test`, consent: "given" }),
      ),
    own: "changes",
    foreign: "runs",
  }),

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

  upsertCustomers: line({
    given: customer,
    call: (scope, { externalReference }) => upsertCustomers(scope, [customerRow(externalReference)]),
    // The own customer is renamed; the other organization's reference makes a new one here.
    own: "changes",
    foreign: "changes",
  }),
  upsertCustomerRows: line({
    given: customer,
    call: (scope, { externalReference }) =>
      withScope(scope, (tx) => upsertCustomerRows(tx, scope, [customerRow(externalReference)])),
    own: "changes",
    foreign: "changes",
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
        ...(await of.newEmployee(place)),
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
