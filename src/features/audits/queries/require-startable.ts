import "server-only";
import type { Transaction } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

/** What an audit takes over from its assignment. Throws NotFoundError for a missing one, ConflictError before its time. */
export async function requireStartable(tx: Transaction, scope: Scope, assignmentId: string) {
  const assignment = await tx.auditAssignment.findUnique({
    where: key(scope, assignmentId),
    select: {
      status: true,
      windowStartsAt: true,
      teamId: true,
      doubleVisitId: true,
      location: { select: { id: true, name: true } },
      touchpoint: { select: { id: true, name: true, channel: true } },
      programme: {
        select: { id: true, name: true, formId: true, encounterTypeId: true, staffInformedOn: true },
      },
    },
  });
  if (!assignment) throw new NotFoundError();
  if (assignment.status !== "accepted" || assignment.windowStartsAt > scope.now)
    throw new ConflictError("auditNotStartable");
  return assignment;
}
