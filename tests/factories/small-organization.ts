import { createEncounterType, createTouchpoint } from "./journey";
import { createMember, createOrganization } from "./organization";
import { createCustomer, createEmployee, createLocation, createTeam } from "./people";
import { createPublishedSurvey } from "./surveys";

/**
 * A small organization with one of everything and a member in each role: the cast most integration tests start from.
 * `manager` has the whole organization, `localManager` only `location`; `employeeMember` is `employee`.
 */
export async function createSmallOrganization(overrides: Parameters<typeof createOrganization>[0] = {}) {
  const organization = await createOrganization(overrides);
  const { scope } = organization;
  const location = await createLocation(scope);
  const otherLocation = await createLocation(scope);
  const team = await createTeam(scope, { locationId: location.id });
  const employee = await createEmployee(scope, { locationId: location.id, teamId: team.id });
  const otherEmployee = await createEmployee(scope, { locationId: otherLocation.id });
  const touchpoint = await createTouchpoint(scope);
  const otherTouchpoint = await createTouchpoint(scope, { stage: "after", channel: "phone" });
  const encounterType = await createEncounterType(scope);
  const customer = await createCustomer(scope);
  const survey = await createPublishedSurvey(scope, { encounterTypeIds: [encounterType.id] });
  const owner = await createMember(organization, "owner");
  const manager = await createMember(organization, "manager");
  const localManager = await createMember(organization, "manager", { locationIds: [location.id] });
  const consultant = await createMember(organization, "consultant");
  const employeeMember = await createMember(organization, "employee", { employeeId: employee.id });
  return {
    organization,
    scope,
    location,
    otherLocation,
    team,
    employee,
    otherEmployee,
    touchpoint,
    otherTouchpoint,
    encounterType,
    customer,
    survey,
    owner,
    manager,
    localManager,
    consultant,
    employeeMember,
    attribution: {
      touchpointId: touchpoint.id,
      employeeId: employee.id,
      locationId: location.id,
      teamId: team.id,
      encounterTypeId: encounterType.id,
    },
  };
}
