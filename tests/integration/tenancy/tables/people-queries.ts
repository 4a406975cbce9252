import { expect } from "vitest";
import { findSuppressions } from "@/features/people/queries/find-suppressions";
import { getActiveCustomer } from "@/features/people/queries/get-active-customer";
import { getActiveEmployee } from "@/features/people/queries/get-active-employee";
import { getChangeableCustomer, getCustomer } from "@/features/people/queries/get-customer";
import { getCustomerDefaults } from "@/features/people/queries/get-customer-defaults";
import { getCustomerPage } from "@/features/people/queries/get-customer-page";
import { getEmployee } from "@/features/people/queries/get-employee";
import { getLocation, getOpenLocation } from "@/features/people/queries/get-location";
import { getChangeableTeam, getTeam } from "@/features/people/queries/get-team";
import { listCustomers } from "@/features/people/queries/list-customers";
import { listEmployeeOptions } from "@/features/people/queries/list-employee-options";
import { listEmployees } from "@/features/people/queries/list-employees";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { listLocations } from "@/features/people/queries/list-locations";
import { listSegments } from "@/features/people/queries/list-segments";
import { listTeamOptions } from "@/features/people/queries/list-team-options";
import { listTeams } from "@/features/people/queries/list-teams";
import { searchCustomers } from "@/features/people/queries/search-customers";
import {
  customerListInput,
  employeeListInput,
  locationListInput,
  teamListInput,
} from "@/features/people/schema";
import { withScope } from "@/server/database";
import { type Cast, NORTH } from "../cast";
import { type Lines, line } from "../line";
import type { Place } from "../makers";

const customer = (of: Cast) => of.newCustomer();
const employee = (of: Cast, place: Place) => of.newEmployee(place);
const team = (of: Cast, place: Place) => of.newTeam(place);
const placed = (_of: Cast, place: Place) => ({ id: place.locationId });

export const peopleQueries: Lines = {
  findSuppressions: line({
    given: (of) => of.newSuppressedCustomer(),
    call: (scope, { email }) => withScope(scope, (tx) => findSuppressions(tx, scope, [email])),
    own: ({ result }, { email }) => expect(result).toEqual(new Map([[email, "suppressed"]])),
    foreign: "nothing",
  }),
  getActiveCustomer: line({
    given: customer,
    call: (scope, { id }) => withScope(scope, (tx) => getActiveCustomer(tx, scope, id)),
    own: "shows",
    foreign: "not found",
  }),
  getActiveEmployee: line({
    given: employee,
    call: (scope, { id }) => withScope(scope, (tx) => getActiveEmployee(tx, scope, id)),
    own: "shows",
    foreign: "not found",
    limited: "not found",
    employee: "not found",
  }),
  getCustomer: line({
    given: customer,
    call: (scope, { id }) => withScope(scope, (tx) => getCustomer(tx, scope, id)),
    own: "shows",
    foreign: "not found",
  }),
  getChangeableCustomer: line({
    given: customer,
    call: (scope, { id }) => withScope(scope, (tx) => getChangeableCustomer(tx, scope, id)),
    own: "shows",
    foreign: "not found",
  }),
  getCustomerPage: line({
    given: customer,
    call: (scope, { id }) => getCustomerPage(scope, id),
    own: "shows",
    foreign: "not found",
  }),
  getCustomerDefaults: line({
    call: (scope) => getCustomerDefaults(scope),
    own: ({ result }) => expect(result).toEqual({ language: NORTH.language }),
    foreign: "takes nothing",
  }),
  getEmployee: line({
    given: employee,
    call: (scope, { id }) => withScope(scope, (tx) => getEmployee(tx, scope, id)),
    own: "shows",
    foreign: "not found",
    limited: "not found",
  }),
  getLocation: line({
    given: placed,
    call: (scope, { id }) => withScope(scope, (tx) => getLocation(tx, scope, id)),
    own: "shows",
    foreign: "not found",
    limited: "not found",
  }),
  getOpenLocation: line({
    given: placed,
    call: (scope, { id }) => withScope(scope, (tx) => getOpenLocation(tx, scope, id)),
    own: "shows",
    foreign: "not found",
    limited: "not found",
  }),
  getTeam: line({
    given: team,
    call: (scope, { id }) => withScope(scope, (tx) => getTeam(tx, scope, id)),
    own: "shows",
    foreign: "not found",
    limited: "not found",
  }),
  getChangeableTeam: line({
    given: team,
    call: (scope, { id }) => withScope(scope, (tx) => getChangeableTeam(tx, scope, id)),
    own: "shows",
    foreign: "not found",
    limited: "not found",
  }),
  listCustomers: [
    line({
      given: customer,
      call: (scope, { segment }) => listCustomers(scope, customerListInput.parse({ segment })),
      own: "shows",
      foreign: "nothing",
    }),
    line({
      // The marks are compared outside the database: an address in both organizations is marked in one.
      given: (of) => of.newSuppressedCustomer(),
      call: (scope, { name }) =>
        listCustomers(scope, customerListInput.parse({ q: name, state: "suppressed" })),
      own: "shows",
      foreign: "nothing",
    }),
  ],
  listEmployeeOptions: line({
    given: employee,
    call: (scope) => listEmployeeOptions(scope),
    own: "shows",
    foreign: "hides",
    limited: "hides",
    employee: "hides",
  }),
  listEmployees: [
    line({
      given: employee,
      call: (scope, { name }) => listEmployees(scope, employeeListInput.parse({ q: name })),
      own: "shows",
      foreign: "nothing",
      limited: "nothing",
    }),
    line({
      given: (of, place) => ({ id: place.employeeId, location: place.locationId, mark: of.mark }),
      call: (scope, { location }) => listEmployees(scope, employeeListInput.parse({ location })),
      own: "shows",
      foreign: "nothing",
      limited: "nothing",
    }),
    line({
      given: async (of, place) => {
        const { id: teamId } = await of.newTeam(place);
        return { ...(await of.newEmployee(place, { teamId })), teamId };
      },
      call: (scope, { teamId }) => listEmployees(scope, employeeListInput.parse({ team: teamId })),
      own: "shows",
      foreign: "nothing",
      limited: "nothing",
    }),
  ],
  listLocationOptions: line({
    given: placed,
    call: (scope) => listLocationOptions(scope),
    own: "shows",
    foreign: "hides",
    limited: "hides",
  }),
  listLocations: line({
    given: placed,
    call: (scope) => listLocations(scope, locationListInput.parse({ archived: "all" })),
    own: "shows",
    foreign: "hides",
    limited: "hides",
  }),
  listSegments: line({
    given: async (of) => ({ ...(await of.newCustomer()), id: undefined }),
    call: (scope) => listSegments(scope),
    own: "shows",
    foreign: "hides",
  }),
  listTeamOptions: line({
    given: team,
    call: (scope) => listTeamOptions(scope),
    own: "shows",
    foreign: "hides",
    limited: "hides",
  }),
  listTeams: [
    line({
      given: team,
      call: (scope, { name }) => listTeams(scope, teamListInput.parse({ q: name })),
      own: "shows",
      foreign: "nothing",
      limited: "nothing",
    }),
    line({
      given: (of, place) => ({ location: place.locationId, mark: of.mark }),
      call: (scope, { location }) => listTeams(scope, teamListInput.parse({ location })),
      own: "shows",
      foreign: "nothing",
    }),
  ],
  searchCustomers: line({
    given: customer,
    call: (scope, { email }) => searchCustomers(scope, email),
    own: "shows",
    foreign: "nothing",
  }),
};
