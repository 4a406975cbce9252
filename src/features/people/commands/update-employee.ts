import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { getEmployee } from "../queries/get-employee";
import type { EmployeeInput } from "../schema";
import { checkEmployeePlace, lockEmployees, refuseTakenEmployee } from "./employee-checks";

/** Changes an employee. Moving to another location or team concerns encounters from now on, never earlier ones. */
export async function updateEmployee(
  scope: Scope,
  { id, ...input }: EmployeeInput & { id: string },
): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    await lockEmployees(tx, scope);
    const employee = await getEmployee(tx, scope, id);
    const isMoved = employee.locationId !== input.locationId || employee.teamId !== input.teamId;
    if (isMoved) await checkEmployeePlace(tx, scope, input);
    await refuseTakenEmployee(tx, scope, input, id);
    await tx.employee.update({ where: key(scope, id), data: input, select: { id: true } });
    await recordActivity(tx, scope, "employee.updated", { type: "employee", id }, { moved: isMoved });
    return { id };
  });
}
