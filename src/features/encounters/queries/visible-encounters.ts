import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";

/** Nobody's id: a member with the role employee who is no employee sees nothing. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * The encounters a scope may see: an employee's own ones, a limited manager's locations', otherwise the organization's.
 * Every query and command on encounters starts from here.
 */
export function visibleEncounters(scope: Scope): Prisma.EncounterWhereInput {
  return {
    organizationId: scope.organizationId,
    ...(scope.role === "employee" ? { employeeId: scope.employeeId ?? NOBODY } : {}),
    ...(scope.locationIds === null ? {} : { locationId: { in: [...scope.locationIds] } }),
  };
}

/** The encounters a scope may take back while nothing was sent: employees only what they recorded themselves, and soon. */
export function deletableEncounters(scope: Scope): Prisma.EncounterWhereInput {
  const visible = visibleEncounters(scope);
  if (scope.role !== "employee") return visible;
  return { AND: [visible, { source: "manual", recordedByUserId: scope.userId }] };
}
