import "server-only";
import { type MemberAccess, resolveAccess } from "@/features/organizations/rules";
import type { MemberAccessInput } from "@/features/organizations/schema";
import type { Transaction } from "@/server/database";
import { InvalidInputError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";

/**
 * What a member shall see, checked against the organization: foreign or archived locations and employees are not found,
 * and an employee's results belong to one member only (`exceptMemberId`: the member being changed).
 */
export async function checkAccess(
  tx: Transaction,
  scope: Scope,
  input: Omit<MemberAccessInput, "memberId">,
  exceptMemberId?: string,
): Promise<MemberAccess> {
  const { access, errors } = resolveAccess(input);
  if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
  if (access.locationIds.length > 0) {
    const found = await tx.location.count({
      where: { organizationId: scope.organizationId, id: { in: access.locationIds }, archivedAt: null },
    });
    if (found !== access.locationIds.length) throw new NotFoundError();
  }
  if (access.employeeId) {
    const employee = await tx.employee.findFirst({
      where: { organizationId: scope.organizationId, id: access.employeeId, archivedAt: null },
      select: {
        members: {
          where: { archivedAt: null, ...(exceptMemberId ? { NOT: { id: exceptMemberId } } : {}) },
          select: { id: true },
          take: 1,
        },
      },
    });
    if (!employee) throw new NotFoundError();
    if (employee.members.length > 0) throw new InvalidInputError({ employeeId: "employeeTaken" });
  }
  return access;
}
