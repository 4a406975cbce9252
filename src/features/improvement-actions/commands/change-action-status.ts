import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError, InvalidInputError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { isEnded, mayBecome } from "../rules";
import type { ActionStatusInput } from "../schema";
import { visibleActions } from "../visible-actions";

const WORDS = {
  planned: "improvementAction.resumed",
  running: "improvementAction.started",
  done: "improvementAction.done",
  cancelled: "improvementAction.cancelled",
} as const;

/**
 * Starts, ends, calls off or takes up an improvement action again. Ending needs what was found (InvalidInputError); a step
 * that does not follow from its status now is a ConflictError; NotFoundError for one that is not the scope's to see.
 */
export async function changeActionStatus(
  scope: Scope,
  { id, status, outcome }: ActionStatusInput,
): Promise<void> {
  await withScope(scope, async (tx) => {
    await tx.$queryRaw`
      select 1 from improvement_actions
       where organization_id = ${scope.organizationId}::uuid and id = ${id}::uuid for update`;
    const action = await tx.improvementAction.findFirst({
      where: { AND: [visibleActions(scope), { id }] },
      select: { title: true, status: true },
    });
    if (!action) throw new NotFoundError();
    if (!mayBecome(action.status, status)) throw new ConflictError("actionStatusMeanwhile");
    if (status === "done" && !outcome) throw new InvalidInputError({ outcome: "required" });
    await tx.improvementAction.update({
      where: key(scope, id),
      data: {
        status,
        endedAt: isEnded(status) ? scope.now : null,
        // Taken up again it keeps what was found, until something else is.
        ...(isEnded(status) ? { outcome } : {}),
      },
      select: { id: true },
    });
    const subject = { type: "improvementAction", id };
    await recordActivity(tx, scope, WORDS[status], subject, { name: action.title });
  });
}
