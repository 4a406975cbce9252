import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { getEmployee } from "../queries/get-employee";

/** Takes an employee out of the choices for new encounters; earlier ones and their figures stay. Twice changes nothing. */
export async function archiveEmployee(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const employee = await getEmployee(tx, scope, id);
    if (employee.archivedAt) return;
    await tx.employee.update({
      where: key(scope, id),
      data: { archivedAt: scope.now },
      select: { id: true },
    });
    await recordActivity(tx, scope, "employee.archived", { type: "employee", id });
  });
}
