import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/** An employee within the scope's locations, archived or not, inside a transaction; throws NotFoundError. */
export async function getEmployee(
  tx: Transaction,
  scope: Scope,
  employeeId: string,
): Promise<{
  id: string;
  email: string | null;
  locationId: string;
  teamId: string | null;
  archivedAt: Date | null;
}> {
  const employee = await tx.employee.findUnique({
    where: key(scope, employeeId),
    select: { id: true, email: true, locationId: true, teamId: true, archivedAt: true },
  });
  if (!employee || (scope.locationIds !== null && !scope.locationIds.includes(employee.locationId))) {
    throw new NotFoundError();
  }
  return employee;
}
