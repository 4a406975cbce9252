import "server-only";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";

/**
 * Cancels assignments that are open and whose visit nobody has begun, and tells their consultants. The audit trail is the
 * caller's. Resolves to their number.
 */
export async function cancelOpenAssignments(
  tx: Transaction,
  scope: Scope,
  of: { programmeId: string } | { id: string },
): Promise<number> {
  const { organizationId } = scope;
  const open = {
    organizationId,
    ...of,
    status: { in: ["offered", "accepted"] },
  } satisfies Prisma.AuditAssignmentWhereInput;
  // Whoever begins one of the visits at this moment holds its row: the audit is seen then, and the visit stays.
  await tx.$queryRaw`
    select 1 from audit_assignments
     where organization_id = ${organizationId}::uuid and status in ('offered', 'accepted')
       and ${"id" in of ? Prisma.sql`id = ${of.id}::uuid` : Prisma.sql`programme_id = ${of.programmeId}::uuid`}
     order by id for no key update`;
  const cancelled = await tx.auditAssignment.updateManyAndReturn({
    where: { ...open, audit: { is: null } },
    data: { status: "cancelled" },
    select: { id: true, memberId: true },
  });
  for (const { id, memberId } of cancelled) {
    await queueMemberMail(tx, scope, { memberId, kind: "assignmentCancelled", subjectId: id });
  }
  return cancelled.length;
}
