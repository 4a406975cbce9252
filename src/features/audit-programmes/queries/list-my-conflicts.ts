import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

export type MyConflict = {
  id: string;
  about: "location" | "employee";
  name: string;
  reason: string;
  declaredAt: Date;
};

/** What one has declared oneself, newest first. None: empty. */
export async function listMyConflicts(scope: Scope): Promise<MyConflict[]> {
  const { organizationId, memberId } = scope;
  if (!memberId) return [];
  const conflicts = await withScope(scope, (tx) =>
    tx.auditConflict.findMany({
      where: { organizationId, memberId },
      select: {
        id: true,
        reason: true,
        declaredAt: true,
        location: { select: { name: true } },
        employee: { select: { name: true } },
      },
      orderBy: [{ declaredAt: "desc" }, { id: "desc" }],
    }),
  );
  return conflicts.map(({ location, employee, ...conflict }) => ({
    ...conflict,
    about: location ? ("location" as const) : ("employee" as const),
    name: location?.name ?? employee?.name ?? "",
  }));
}
