import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ForbiddenError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { mayRemoveThanks } from "../rules";
import { whereRecognitions } from "../visible-recognitions";

/**
 * Takes thanks away for good, with what was written. NotFoundError for those the scope does not see, ForbiddenError for
 * those of others. In the audit trail when somebody other than the two of them did it.
 */
export async function removeThanks(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const thanks = await tx.recognition.findFirst({
      where: {
        AND: [
          { id },
          { OR: (["wall", "mine", "given"] as const).map((tab) => whereRecognitions(scope, tab)) },
        ],
      },
      select: { fromMemberId: true, toEmployeeId: true },
    });
    if (!thanks) throw new NotFoundError();
    if (!mayRemoveThanks(scope, thanks)) throw new ForbiddenError();
    await tx.recognition.update({
      where: key(scope, id),
      data: { removedAt: scope.now, message: "", encounterId: null, responseId: null },
      select: { id: true },
    });
    if (!mayRemoveThanks({ ...scope, role: null }, thanks)) {
      await recordActivity(tx, scope, "recognition.removed", { type: "recognition", id });
    }
  });
}
