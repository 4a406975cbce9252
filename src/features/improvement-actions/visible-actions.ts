import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";

/**
 * The improvement actions a scope may see: a limited manager's those that concern a location of theirs or an employee who
 * is there now, and those they are responsible for; otherwise the organization's. Every query and command starts from here.
 */
export function visibleActions(scope: Scope): Prisma.ImprovementActionWhereInput {
  const { organizationId, locationIds, memberId } = scope;
  if (locationIds === null) return { organizationId };
  const own = { in: [...locationIds] };
  return {
    organizationId,
    OR: [
      { employee: { locationId: own } },
      { employeeId: null, locationId: own },
      ...(memberId ? [{ responsibleMemberId: memberId }] : []),
    ],
  };
}
