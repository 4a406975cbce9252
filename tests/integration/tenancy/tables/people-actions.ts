import type { Cast } from "../cast";
import { type ActionLine, action, type Lines } from "../line";
import { unique } from "../makers";

type Given = { id: string };
const customer = (of: Cast) => of.newCustomer();
const employee = (of: Cast) => of.newEmployee(of.here);
const location = (of: Cast) => of.newLocation();
const team = (of: Cast) => of.newTeam(of.here);
const place = (of: Cast) => ({ id: of.here.locationId });
const onlyId = ({ id }: Given) => ({ id });

const on = (
  permission: ActionLine<Given>["permission"],
  given: (of: Cast) => Given | Promise<Given>,
  input: ActionLine<Given>["input"] = onlyId,
) => action({ permission, given, input, foreign: "not found" });

const customerForm = () => ({ name: "Renamed", language: "en", consent: "given" });
const locationForm = (parentId = "") => ({ name: `Location ${unique()}`, parentId });
const teamForm = (locationId: string) => ({ name: `Team ${unique()}`, locationId });
const employeeForm = (locationId: string) => ({ name: "Renamed", locationId });

export const peopleActions: Lines = {
  createCustomerAction: action({
    permission: "customers.manage",
    input: customerForm,
    foreign: "takes nothing",
  }),
  updateCustomerAction: on("customers.manage", customer, ({ id }) => ({ ...customerForm(), id })),
  archiveCustomerAction: on("customers.manage", customer),
  restoreCustomerAction: on("customers.manage", (of) => of.newCustomer({ isArchived: true })),
  deleteCustomerAction: on("customers.manage", customer),
  suppressCustomerAction: on("customers.manage", customer),
  liftSuppressionAction: on("customers.manage", (of) => of.newSuppressedCustomer()),
  eraseCustomerAction: on("customers.erase", customer, ({ id }) => ({ id, isConfirmed: "on" })),

  createLocationAction: on("people.manage", place, ({ id }) => locationForm(id)),
  updateLocationAction: on("people.manage", location, ({ id }) => ({ ...locationForm(), id })),
  archiveLocationAction: on("people.manage", location),
  restoreLocationAction: on("people.manage", (of) => of.newLocation({ isArchived: true })),
  deleteLocationAction: on("people.manage", location),

  createTeamAction: on("people.manage", place, ({ id }) => teamForm(id)),
  updateTeamAction: on("people.manage", team, ({ id }, caller) => ({
    ...teamForm(caller.here.locationId),
    id,
  })),
  archiveTeamAction: on("people.manage", team),
  restoreTeamAction: on("people.manage", (of) => of.newTeam(of.here, { isArchived: true })),
  deleteTeamAction: on("people.manage", team),

  createEmployeeAction: on("people.manage", place, ({ id }) => employeeForm(id)),
  updateEmployeeAction: on("people.manage", employee, ({ id }, caller) => ({
    ...employeeForm(caller.here.locationId),
    id,
  })),
  archiveEmployeeAction: on("people.manage", employee),
  restoreEmployeeAction: on("people.manage", (of) => of.newEmployee(of.here, { isArchived: true })),
  deleteEmployeeAction: on("people.manage", employee),
};
