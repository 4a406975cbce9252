import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import { indexByName } from "../rules/find-by-name";

/** What the rows of an encounter file can name, archived things too: a file may tell of last year. */
export async function loadEncounterLookups(tx: Transaction, scope: Scope) {
  const { organizationId } = scope;
  const touchpoints = await tx.touchpoint.findMany({
    where: { organizationId },
    select: { id: true, name: true, channel: true, archivedAt: true },
  });
  const encounterTypes = await tx.encounterType.findMany({
    where: { organizationId },
    select: { id: true, name: true, archivedAt: true },
  });
  const employees = await tx.employee.findMany({
    where: { organizationId },
    select: {
      id: true,
      name: true,
      email: true,
      externalReference: true,
      locationId: true,
      teamId: true,
      archivedAt: true,
    },
  });
  const isWithin = (employee: { locationId: string }) =>
    scope.locationIds === null || scope.locationIds.includes(employee.locationId);
  const nameable = employees.map((employee) => ({
    ...employee,
    keys: [employee.externalReference, employee.email, employee.name],
    isArchived: employee.archivedAt !== null,
  }));
  const findWithin = indexByName(nameable.filter(isWithin));
  const findAnywhere = indexByName(nameable);
  return {
    findTouchpoint: indexByName(touchpoints.map(named)),
    findEncounterType: indexByName(encounterTypes.map(named)),
    /** By reference, e-mail address or name; "outside" for somebody at a location the importing manager has no say in. */
    findEmployee: (text: string) => {
      const found = findWithin(text);
      if (found.status !== "unknown" || findAnywhere(text).status === "unknown") return found;
      return { status: "outside" as const };
    },
    touchpoints: new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint])),
    encounterTypes: new Map(encounterTypes.map((encounterType) => [encounterType.id, encounterType])),
  };
}

export type EncounterLookups = Awaited<ReturnType<typeof loadEncounterLookups>>;

function named<T extends { id: string; name: string; archivedAt: Date | null }>(item: T) {
  return { ...item, keys: [item.name], isArchived: item.archivedAt !== null };
}
