import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { lockCycle } from "./lock-cycle";

/**
 * Takes a subject out of its cycle: nobody rates it any more and no report is made of it. One without raters is forgotten;
 * of others the row stays, so that they can come back. Twice changes nothing. ConflictError when a report of it was released
 * or the cycle was cancelled.
 */
export async function removeSubject(scope: Scope, { subjectId }: { subjectId: string }): Promise<void> {
  const { organizationId } = scope;
  await withScope(scope, async (tx) => {
    const found = await tx.evaluationSubject.findUnique({
      where: key(scope, subjectId),
      select: {
        cycleId: true,
        employee: { select: { name: true } },
        team: { select: { name: true } },
        location: { select: { name: true } },
      },
    });
    if (!found) throw new NotFoundError();
    const cycle = await lockCycle(tx, scope, found.cycleId);
    if (cycle.status === "cancelled") throw new ConflictError("cycleStateChanged");
    const report = await tx.evaluationReport.findFirst({
      where: { organizationId, subjectId },
      select: { id: true },
    });
    if (report) throw new ConflictError("subjectHasReport");
    const rating = await tx.evaluationRating.findFirst({
      where: { organizationId, subjectId },
      select: { id: true },
    });
    if (rating) {
      const { count } = await tx.evaluationSubject.updateMany({
        where: { organizationId, id: subjectId, removedAt: null },
        data: { removedAt: scope.now },
      });
      if (count === 0) return;
    } else {
      await tx.evaluationSubject.deleteMany({ where: { organizationId, id: subjectId } });
    }
    await recordActivity(
      tx,
      scope,
      "evaluationCycle.subjectRemoved",
      { type: "evaluationCycle", id: cycle.id },
      { name: cycle.name, subject: (found.employee ?? found.team ?? found.location)?.name ?? "" },
    );
  });
}
