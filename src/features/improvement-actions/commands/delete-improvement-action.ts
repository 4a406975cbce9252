import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { visibleActions } from "../visible-actions";

/** Deletes an improvement action that should never have been there; the goal it came from stays. Foreign: NotFoundError. */
export async function deleteImprovementAction(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const action = await tx.improvementAction.findFirst({
      where: { AND: [visibleActions(scope), { id }] },
      select: { title: true },
    });
    if (!action) throw new NotFoundError();
    await tx.improvementAction.delete({ where: key(scope, id), select: { id: true } });
    const subject = { type: "improvementAction", id };
    await recordActivity(tx, scope, "improvementAction.deleted", subject, { name: action.title });
  });
}
