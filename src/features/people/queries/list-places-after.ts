import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

type Place = { after: string | null; limit: number };
const beginning = (after: string | null) => (after ? { gt: after } : {});

/** Locations within the scope in the order of their ids, archived ones too: for programs that read them page by page. */
export function listLocationsAfter(
  scope: Scope,
  { after, limit }: Place,
): Promise<
  {
    id: string;
    name: string;
    address: string | null;
    externalReference: string | null;
    parentId: string | null;
    archivedAt: Date | null;
  }[]
> {
  return withScope(scope, (tx) =>
    tx.location.findMany({
      where: {
        organizationId: scope.organizationId,
        id: { ...beginning(after), ...(scope.locationIds === null ? {} : { in: [...scope.locationIds] }) },
      },
      select: {
        id: true,
        name: true,
        address: true,
        externalReference: true,
        parentId: true,
        archivedAt: true,
      },
      orderBy: { id: "asc" },
      take: limit,
    }),
  );
}

/** Employees within the scope in the order of their ids, archived ones too; for the role "employee" only oneself. */
export function listEmployeesAfter(
  scope: Scope,
  { after, limit }: Place,
): Promise<
  {
    id: string;
    name: string;
    title: string | null;
    externalReference: string | null;
    locationId: string;
    teamId: string | null;
    archivedAt: Date | null;
  }[]
> {
  const onlyOneself = scope.role === "employee" ? { equals: scope.employeeId ?? NOBODY } : {};
  return withScope(scope, (tx) =>
    tx.employee.findMany({
      where: {
        organizationId: scope.organizationId,
        id: { ...beginning(after), ...onlyOneself },
        ...(scope.locationIds === null ? {} : { locationId: { in: [...scope.locationIds] } }),
      },
      select: {
        id: true,
        name: true,
        title: true,
        externalReference: true,
        locationId: true,
        teamId: true,
        archivedAt: true,
      },
      orderBy: { id: "asc" },
      take: limit,
    }),
  );
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
