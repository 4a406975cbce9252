import { v7 as uuidv7 } from "uuid";
import type { Prisma } from "@/generated/prisma/client";
import type { SuppressionReason } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { hashAddress } from "@/server/tokens";

let counter = 0;
const nextNumber = () => ++counter;

type Overrides<T> = Partial<Omit<T, "organizationId">>;

export function buildLocation(scope: Scope, overrides: Overrides<Prisma.LocationCreateManyInput> = {}) {
  return {
    organizationId: scope.organizationId,
    id: uuidv7(),
    name: `Location ${nextNumber()}`,
    ...overrides,
  };
}

export async function createLocation(
  scope: Scope,
  overrides: Overrides<Prisma.LocationCreateManyInput> = {},
) {
  const location = buildLocation(scope, overrides);
  await withScope(scope, (tx) => tx.location.createMany({ data: location }));
  return location;
}

export function buildTeam(scope: Scope, overrides: Overrides<Prisma.TeamCreateManyInput> = {}) {
  return { organizationId: scope.organizationId, id: uuidv7(), name: `Team ${nextNumber()}`, ...overrides };
}

export async function createTeam(scope: Scope, overrides: Overrides<Prisma.TeamCreateManyInput> = {}) {
  const team = buildTeam(scope, overrides);
  await withScope(scope, (tx) => tx.team.createMany({ data: team }));
  return team;
}

export function buildEmployee(
  scope: Scope,
  overrides: Overrides<Prisma.EmployeeCreateManyInput> & { locationId: string },
) {
  return {
    organizationId: scope.organizationId,
    id: uuidv7(),
    name: `Employee ${nextNumber()}`,
    ...overrides,
  };
}

export async function createEmployee(
  scope: Scope,
  overrides: Overrides<Prisma.EmployeeCreateManyInput> & { locationId: string },
) {
  const employee = buildEmployee(scope, overrides);
  await withScope(scope, (tx) => tx.employee.createMany({ data: employee }));
  return employee;
}

export function buildCustomer(scope: Scope, overrides: Overrides<Prisma.CustomerCreateManyInput> = {}) {
  const number = nextNumber();
  return {
    organizationId: scope.organizationId,
    id: uuidv7(),
    name: `Customer ${number}`,
    email: `customer-${number}@example.test`,
    language: "en",
    ...overrides,
  };
}

export async function createCustomer(
  scope: Scope,
  overrides: Overrides<Prisma.CustomerCreateManyInput> = {},
) {
  const customer = buildCustomer(scope, overrides);
  await withScope(scope, (tx) => tx.customer.createMany({ data: customer }));
  return customer;
}

export async function suppressAddress(scope: Scope, email: string, reason: SuppressionReason) {
  await withScope(scope, (tx) =>
    tx.suppressedAddress.createMany({
      data: { organizationId: scope.organizationId, addressHash: hashAddress(email), reason },
    }),
  );
}
