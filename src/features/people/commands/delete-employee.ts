import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { getEmployee } from "../queries/get-employee";
import { employeeIsUsed } from "../usage-sql";

/** Deletes an employee without encounters and without a user account; else archiving is the way (ConflictError). */
export async function deleteEmployee(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    await getEmployee(tx, scope, id);
    // Locked first: an encounter recorded at this moment waits, and then finds no employee.
    await tx.$queryRaw`
      select 1 from employees where organization_id = ${scope.organizationId}::uuid and id = ${id}::uuid for update`;
    const [used] = await tx.$queryRaw<unknown[]>`
      select 1 from employees t
       where t.organization_id = ${scope.organizationId}::uuid and t.id = ${id}::uuid and ${employeeIsUsed}`;
    if (used) throw new ConflictError("inUse");
    try {
      await tx.employee.delete({ where: key(scope, id), select: { id: true } });
    } catch (error) {
      // By what nobody here may see: a diary, feedback among colleagues.
      if (isHeldByOthers(error)) throw new ConflictError("inUse");
      throw error;
    }
    await recordActivity(tx, scope, "employee.deleted", { type: "employee", id });
  });
}

/** Prisma's "foreign key constraint failed". */
function isHeldByOthers(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "P2003";
}
