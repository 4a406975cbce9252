import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { ColleagueOption } from "../schema";

/** A colleague whom the address names, as already chosen; null for oneself and for whoever has left or never was here. */
export async function findColleagueOption(scope: Scope, employeeId: string): Promise<ColleagueOption | null> {
  const employee = await withScope(scope, (tx) =>
    tx.employee.findFirst({
      where: { organizationId: scope.organizationId, id: employeeId, archivedAt: null },
      select: { id: true, name: true, title: true, location: { select: { name: true } } },
    }),
  );
  if (!employee || employee.id === scope.employeeId) return null;
  return {
    value: employee.id,
    label: employee.name,
    detail: [employee.title, employee.location.name].filter(Boolean).join(" · "),
  };
}
