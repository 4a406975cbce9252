import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { EmployeeInput } from "../schema";
import { checkEmployeePlace, lockEmployees, refuseTakenEmployee } from "./employee-checks";

/** Adds an employee to one of the scope's locations. */
export async function createEmployee(scope: Scope, input: EmployeeInput): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    await lockEmployees(tx, scope);
    await checkEmployeePlace(tx, scope, input);
    await refuseTakenEmployee(tx, scope, input);
    const employee = await tx.employee.create({
      data: { organizationId: scope.organizationId, ...input, createdAt: scope.now },
      select: { id: true },
    });
    await recordActivity(tx, scope, "employee.created", { type: "employee", id: employee.id });
    return employee;
  });
}
