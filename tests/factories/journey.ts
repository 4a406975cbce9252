import { v7 as uuidv7 } from "uuid";
import type { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

let counter = 0;
const nextNumber = () => ++counter;

export function buildTouchpoint(
  scope: Scope,
  overrides: Partial<Omit<Prisma.TouchpointCreateManyInput, "organizationId">> = {},
) {
  const number = nextNumber();
  return {
    organizationId: scope.organizationId,
    id: uuidv7(),
    name: `Touchpoint ${number}`,
    stage: "during" as const,
    channel: "in_person" as const,
    position: number,
    ...overrides,
  };
}

export async function createTouchpoint(scope: Scope, overrides: Parameters<typeof buildTouchpoint>[1] = {}) {
  const touchpoint = buildTouchpoint(scope, overrides);
  await withScope(scope, (tx) => tx.touchpoint.createMany({ data: touchpoint }));
  return touchpoint;
}

export function buildEncounterType(
  scope: Scope,
  overrides: Partial<Omit<Prisma.EncounterTypeCreateManyInput, "organizationId">> = {},
) {
  return {
    organizationId: scope.organizationId,
    id: uuidv7(),
    name: `Encounter type ${nextNumber()}`,
    ...overrides,
  };
}

export async function createEncounterType(
  scope: Scope,
  overrides: Parameters<typeof buildEncounterType>[1] = {},
) {
  const encounterType = buildEncounterType(scope, overrides);
  await withScope(scope, (tx) => tx.encounterType.createMany({ data: encounterType }));
  return encounterType;
}
