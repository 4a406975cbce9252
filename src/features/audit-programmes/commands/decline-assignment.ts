import "server-only";
import { queueMemberMail } from "@/features/organizations/commands/queue-member-mail";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { lockOwnAssignment } from "./lock-own-assignment";

/**
 * The consultant gives a visit back with a reason, also an accepted one, until it was begun (ConflictError). Whoever made
 * the assignment is told.
 */
export async function declineAssignment(
  scope: Scope,
  { assignmentId, reason }: { assignmentId: string; reason: string },
): Promise<void> {
  await withScope(scope, async (tx) => {
    const assignment = await lockOwnAssignment(tx, scope, assignmentId);
    if (!["offered", "accepted"].includes(assignment.status)) throw new ConflictError("assignmentAnswered");
    if (assignment.audit) throw new ConflictError("assignmentBegun");
    await recordDecline(tx, scope, assignment, reason);
  });
}

/** Stores that an assignment was given back, which the caller has seen to be possible. */
export async function recordDecline(
  tx: Transaction,
  scope: Scope,
  assignment: {
    id: string;
    createdByUserId: string | null;
    programme: { name: string };
    location: { name: string };
  },
  reason: string,
): Promise<void> {
  const { organizationId } = scope;
  const { id, createdByUserId, programme, location } = assignment;
  await tx.auditAssignment.update({
    where: key(scope, id),
    data: { status: "declined", declineReason: reason, answeredAt: scope.now },
    select: { id: true },
  });
  const maker = createdByUserId
    ? await tx.member.findFirst({
        where: { organizationId, userId: createdByUserId, archivedAt: null },
        select: { id: true },
      })
    : null;
  if (maker)
    await queueMemberMail(tx, scope, { memberId: maker.id, kind: "assignmentDeclined", subjectId: id });
  await recordActivity(
    tx,
    scope,
    "assignment.declined",
    { type: "assignment", id },
    { programme: programme.name, location: location.name, reason },
  );
}
