import "server-only";
import { withScope } from "@/server/database";
import { requireEmployee } from "@/server/require-employee";
import { key, type Scope } from "@/server/scope";

/**
 * Puts all thanks to the employee behind this member on the wall, or keeps all of them off it, earlier ones too, from the
 * next look at it on. The person's own choice, and nobody else's business: not in the audit trail.
 */
export async function setShownOnWall(scope: Scope, isShown: boolean): Promise<void> {
  const employeeId = requireEmployee(scope);
  await withScope(scope, (tx) =>
    tx.employee.update({
      where: key(scope, employeeId),
      data: { showsOnWall: isShown },
      select: { id: true },
    }),
  );
}
