import "server-only";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";

/** Whether thanks to the employee behind this member are shown on the wall; null for a member who is no employee. */
export async function getShownOnWall(scope: Scope): Promise<boolean | null> {
  const { employeeId } = scope;
  if (employeeId === null) return null;
  const employee = await withScope(scope, (tx) =>
    tx.employee.findUnique({ where: key(scope, employeeId), select: { showsOnWall: true } }),
  );
  return employee?.showsOnWall ?? null;
}
