import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { getEmployee } from "../queries/get-employee";
import { getLocation } from "../queries/get-location";

/** Takes an archived employee back; the location must be in use. */
export async function restoreEmployee(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const employee = await getEmployee(tx, scope, id);
    if (!employee.archivedAt) return;
    if ((await getLocation(tx, scope, employee.locationId)).archivedAt)
      throw new ConflictError("locationArchived");
    await tx.employee.update({ where: key(scope, id), data: { archivedAt: null }, select: { id: true } });
    await recordActivity(tx, scope, "employee.restored", { type: "employee", id });
  });
}
