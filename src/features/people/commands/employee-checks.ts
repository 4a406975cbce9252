import "server-only";
import type { Transaction } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";
import { getOpenLocation } from "../queries/get-location";
import { getTeam } from "../queries/get-team";
import type { EmployeeInput } from "../schema";

/** Everything that writes an employee's e-mail address or reference waits here for its turn, imports too. */
export function lockEmployees(tx: Transaction, scope: Scope): Promise<void> {
  return lockForTransaction(tx, scope, "employees");
}

/** Import finds an employee by reference or e-mail address, so both lead to one person. */
export async function refuseTakenEmployee(
  tx: Transaction,
  scope: Scope,
  { email, externalReference }: Pick<EmployeeInput, "email" | "externalReference">,
  exceptId?: string,
): Promise<void> {
  const others = await tx.employee.findMany({
    where: {
      organizationId: scope.organizationId,
      ...(exceptId ? { id: { not: exceptId } } : {}),
      OR: [...(email ? [{ email }] : []), ...(externalReference ? [{ externalReference }] : [])],
    },
    select: { email: true, externalReference: true },
  });
  const fields: Record<string, string> = {};
  if (email && others.some((other) => other.email === email)) fields.email = "emailTaken";
  if (externalReference && others.some((other) => other.externalReference === externalReference)) {
    fields.externalReference = "referenceTaken";
  }
  if (Object.keys(fields).length > 0) throw new InvalidInputError(fields);
}

/** Where an employee is about to work: an open location of the scope, and a team of that location or of no location. */
export async function checkEmployeePlace(
  tx: Transaction,
  scope: Scope,
  { locationId, teamId }: Pick<EmployeeInput, "locationId" | "teamId">,
): Promise<void> {
  await getOpenLocation(tx, scope, locationId);
  if (!teamId) return;
  const team = await getTeam(tx, scope, teamId);
  if (team.locationId !== null && team.locationId !== locationId) {
    throw new InvalidInputError({ teamId: "teamElsewhere" });
  }
}
