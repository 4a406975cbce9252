import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { mayObserve } from "./require-observer";

export type ObservationChoices = {
  /** By name, each with the place where the observation would be; never the observer. */
  employees: { id: string; name: string; locationId: string; locationName: string }[];
  /** Published ones; empty lists = for every touchpoint, for every encounter type. */
  forms: { id: string; name: string; touchpointIds: string[]; encounterTypeIds: string[] }[];
};

/**
 * Whom this member may observe, and with which forms: within the scope's locations, archived ones left out. Throws
 * NotFoundError for who may not observe.
 */
export async function getObservationChoices(scope: Scope): Promise<ObservationChoices> {
  const { organizationId, locationIds, employeeId } = scope;
  return withScope(scope, async (tx) => {
    if (!(await mayObserve(tx, scope))) throw new NotFoundError();
    const employees = await tx.employee.findMany({
      where: {
        organizationId,
        archivedAt: null,
        location: { archivedAt: null },
        ...(locationIds ? { locationId: { in: [...locationIds] } } : {}),
        ...(employeeId ? { id: { not: employeeId } } : {}),
      },
      select: { id: true, name: true, locationId: true, location: { select: { name: true } } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    const forms = await tx.auditForm.findMany({
      where: { organizationId, archivedAt: null, status: "published", currentVersionId: { not: null } },
      select: {
        id: true,
        name: true,
        touchpoints: { select: { touchpointId: true } },
        encounterTypes: { select: { encounterTypeId: true } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    return {
      employees: employees.map(({ location, ...employee }) => ({ ...employee, locationName: location.name })),
      forms: forms.map(({ id, name, touchpoints, encounterTypes }) => ({
        id,
        name,
        touchpointIds: touchpoints.map((bound) => bound.touchpointId),
        encounterTypeIds: encounterTypes.map((bound) => bound.encounterTypeId),
      })),
    };
  });
}
