import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";

/**
 * An employee who is not archived, with the location and team to freeze into an encounter, inside a transaction.
 * An archived team counts as none. Throws NotFoundError also outside the scope's locations, and for the role "employee"
 * for anybody but oneself.
 */
export async function getActiveEmployee(
  tx: Transaction,
  scope: Scope,
  employeeId: string,
): Promise<{ id: string; name: string; locationId: string; teamId: string | null }> {
  if (scope.role === "employee" && scope.employeeId !== employeeId) throw new NotFoundError();
  const employee = await tx.employee.findFirst({
    where: {
      organizationId: scope.organizationId,
      id: employeeId,
      archivedAt: null,
      ...(scope.locationIds === null ? {} : { locationId: { in: [...scope.locationIds] } }),
    },
    select: { id: true, name: true, locationId: true, teamId: true, team: { select: { archivedAt: true } } },
  });
  if (!employee) throw new NotFoundError();
  const { team, ...found } = employee;
  return { ...found, teamId: team?.archivedAt ? null : found.teamId };
}
