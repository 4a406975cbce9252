import "server-only";
import type { Transaction } from "@/server/database";
import { InvalidInputError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/**
 * A member who can be named as somebody's manager, with the employee behind it: NotFoundError for a foreign or former
 * member, InvalidInputError for one who is neither owner nor manager.
 */
export async function requireManager(
  tx: Transaction,
  scope: Scope,
  memberId: string,
): Promise<{ id: string; employeeId: string | null }> {
  const member = await tx.member.findUnique({
    where: key(scope, memberId),
    select: { id: true, role: true, employeeId: true, archivedAt: true },
  });
  if (!member || member.archivedAt) throw new NotFoundError();
  if (member.role !== "owner" && member.role !== "manager") {
    throw new InvalidInputError({ managerMemberId: "notAManager" });
  }
  return { id: member.id, employeeId: member.employeeId };
}
