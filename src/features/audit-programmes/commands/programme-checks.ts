import "server-only";
import type { Transaction } from "@/server/database";
import { InvalidInputError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";

/** The form can be chosen (not archived) and is for the encounter type, if one is chosen. NotFoundError for foreign ones. */
export async function checkForm(
  tx: Transaction,
  scope: Scope,
  { formId, encounterTypeId }: { formId: string; encounterTypeId: string | null },
): Promise<void> {
  const { organizationId } = scope;
  const form = await tx.auditForm.findFirst({
    where: { organizationId, id: formId, archivedAt: null },
    select: { encounterTypes: { select: { encounterTypeId: true } } },
  });
  if (!form) throw new NotFoundError();
  if (!encounterTypeId) return;
  const type = await tx.encounterType.findFirst({
    where: { organizationId, id: encounterTypeId },
    select: { id: true },
  });
  if (!type) throw new NotFoundError();
  const bound = form.encounterTypes;
  if (bound.length > 0 && !bound.some((one) => one.encounterTypeId === encounterTypeId)) {
    throw new InvalidInputError({ encounterTypeId: "formNotForEncounterType" });
  }
}

/**
 * Location, touchpoint and team of a visit are in use, belong together and fit the form. NotFoundError for foreign or
 * archived ones.
 */
export async function checkPlace(
  tx: Transaction,
  scope: Scope,
  place: { locationId: string; touchpointId: string; teamId: string | null; formId: string },
): Promise<{ location: string; touchpoint: string }> {
  const inUse = { organizationId: scope.organizationId, archivedAt: null };
  const [location, touchpoint, team, form] = [
    await tx.location.findFirst({ where: { ...inUse, id: place.locationId }, select: { name: true } }),
    await tx.touchpoint.findFirst({ where: { ...inUse, id: place.touchpointId }, select: { name: true } }),
    place.teamId
      ? await tx.team.findFirst({ where: { ...inUse, id: place.teamId }, select: { locationId: true } })
      : { locationId: null },
    await tx.auditForm.findFirst({
      where: { organizationId: scope.organizationId, id: place.formId },
      select: { touchpoints: { select: { touchpointId: true } } },
    }),
  ];
  if (!location || !touchpoint || !team || !form) throw new NotFoundError();
  if (team.locationId !== null && team.locationId !== place.locationId) {
    throw new InvalidInputError({ teamId: "teamElsewhere" });
  }
  const bound = form.touchpoints;
  if (bound.length > 0 && !bound.some(({ touchpointId }) => touchpointId === place.touchpointId)) {
    throw new InvalidInputError({ touchpointId: "formNotForTouchpoint" });
  }
  return { location: location.name, touchpoint: touchpoint.name };
}
