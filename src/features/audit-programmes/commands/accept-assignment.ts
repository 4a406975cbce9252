import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { lockOwnAssignment } from "./lock-own-assignment";

/** The consultant takes an offered visit. Accepted already: nothing changes. ConflictError when it is not to be had. */
export async function acceptAssignment(
  scope: Scope,
  { assignmentId }: { assignmentId: string },
): Promise<void> {
  await withScope(scope, async (tx) => {
    const { status, programme, location } = await lockOwnAssignment(tx, scope, assignmentId);
    if (status === "accepted") return;
    if (status !== "offered" || programme.status !== "active") throw new ConflictError("assignmentAnswered");
    await tx.auditAssignment.update({
      where: key(scope, assignmentId),
      data: { status: "accepted", answeredAt: scope.now },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "assignment.accepted",
      { type: "assignment", id: assignmentId },
      { programme: programme.name, location: location.name },
    );
  });
}
