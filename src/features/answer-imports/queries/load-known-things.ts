import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { KnownThings } from "../rules/things";

/** Everything of the organization that a file can name, archived things too: it may tell of last year. */
export async function loadKnownThings(tx: Transaction, scope: Scope): Promise<KnownThings> {
  const { organizationId } = scope;
  const where = { organizationId };
  const orderBy = { id: "asc" } as const;
  const touchpoints = await tx.touchpoint.findMany({
    where,
    orderBy,
    select: { id: true, name: true, channel: true, archivedAt: true },
  });
  const employees = await tx.employee.findMany({
    where,
    orderBy,
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
  const locations = await tx.location.findMany({
    where,
    orderBy,
    select: { id: true, name: true, externalReference: true, archivedAt: true },
  });
  const encounterTypes = await tx.encounterType.findMany({
    where,
    orderBy,
    select: { id: true, name: true, archivedAt: true },
  });
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { language: true },
  });
  const isArchived = ({ archivedAt }: { archivedAt: Date | null }) => archivedAt !== null;
  return {
    touchpoints: touchpoints.map((one) => ({ ...one, keys: [one.name], isArchived: isArchived(one) })),
    employees: employees.map((one) => ({
      ...one,
      keys: [one.externalReference, one.email, one.name],
      isArchived: isArchived(one),
    })),
    locations: locations.map((one) => ({
      ...one,
      keys: [one.externalReference, one.name],
      isArchived: isArchived(one),
    })),
    encounterTypes: encounterTypes.map((one) => ({ ...one, keys: [one.name], isArchived: isArchived(one) })),
    language: organization.language,
  };
}
