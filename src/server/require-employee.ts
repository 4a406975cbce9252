import { ForbiddenError } from "@/server/errors";
import type { Scope } from "@/server/scope";

/**
 * For what belongs to people who meet customers (feedback among colleagues, the diary): the employee behind the member.
 * Throws ForbiddenError for members who are none.
 */
export function requireEmployee(scope: Scope): string {
  if (scope.employeeId === null) throw new ForbiddenError("employeesOnly");
  return scope.employeeId;
}
