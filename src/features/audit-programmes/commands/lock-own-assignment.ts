import "server-only";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/** Holds one's own assignment to the end of the transaction; somebody else's is not found. */
export async function lockOwnAssignment(tx: Transaction, scope: Scope, assignmentId: string) {
  const own = await tx.$queryRaw<unknown[]>`
    select 1 from audit_assignments
     where organization_id = ${scope.organizationId}::uuid and id = ${assignmentId}::uuid
       and member_id = ${scope.memberId}::uuid
       for no key update`;
  if (own.length === 0) throw new NotFoundError();
  return tx.auditAssignment.findUniqueOrThrow({
    where: key(scope, assignmentId),
    select: {
      id: true,
      status: true,
      createdByUserId: true,
      programme: { select: { name: true, status: true } },
      location: { select: { name: true } },
      audit: { select: { id: true } },
    },
  });
}
