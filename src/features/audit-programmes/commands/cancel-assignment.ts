import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { cancelOpenAssignments } from "./cancel-open-assignments";

/** Takes a visit back that nobody has begun, and tells the consultant; one that was begun is a ConflictError. */
export async function cancelAssignment(
  scope: Scope,
  { assignmentId }: { assignmentId: string },
): Promise<void> {
  requireWholeOrganization(scope);
  await withScope(scope, async (tx) => {
    const assignment = await tx.auditAssignment.findUnique({
      where: key(scope, assignmentId),
      select: {
        programme: { select: { name: true } },
        location: { select: { name: true } },
        member: { select: { user: { select: { name: true } } } },
      },
    });
    if (!assignment) throw new NotFoundError();
    if ((await cancelOpenAssignments(tx, scope, { id: assignmentId })) === 0) {
      throw new ConflictError("assignmentBegun");
    }
    await recordActivity(
      tx,
      scope,
      "assignment.cancelled",
      { type: "assignment", id: assignmentId },
      {
        programme: assignment.programme.name,
        location: assignment.location.name,
        consultant: assignment.member.user.name,
      },
    );
  });
}
