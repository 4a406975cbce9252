import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";

/**
 * Those whom an audit at this location may name: who works there now (in the team, where one was chosen) and neither is the
 * auditor nor somebody the auditor declared a conflict of interest with. By name; empty where nobody is left.
 */
export async function listNameableEmployees(
  tx: Transaction,
  scope: Scope,
  audit: { locationId: string; teamId: string | null },
): Promise<{ id: string; name: string; teamId: string | null }[]> {
  const { organizationId, memberId, employeeId } = scope;
  const declared = memberId
    ? await tx.auditConflict.findMany({
        where: { organizationId, memberId, employeeId: { not: null } },
        select: { employeeId: true },
      })
    : [];
  const excluded = [employeeId, ...declared.map((conflict) => conflict.employeeId)].filter(
    (id) => id !== null,
  );
  return tx.employee.findMany({
    where: {
      organizationId,
      locationId: audit.locationId,
      archivedAt: null,
      ...(audit.teamId ? { teamId: audit.teamId } : {}),
      id: { notIn: excluded },
    },
    select: { id: true, name: true, teamId: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}
