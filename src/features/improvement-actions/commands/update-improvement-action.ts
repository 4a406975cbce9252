import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import type { ActionInput } from "../schema";
import { visibleActions } from "../visible-actions";
import { checkAction } from "./check-action";

/** Changes what an improvement action is; NotFoundError for one that is not the scope's to see. */
export async function updateImprovementAction(
  scope: Scope,
  { id, ...input }: ActionInput & { id: string },
): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    const kept = await tx.improvementAction.findFirst({
      where: { AND: [visibleActions(scope), { id }] },
      select: { employeeId: true, locationId: true, responsibleMemberId: true },
    });
    if (!kept) throw new NotFoundError();
    await tx.improvementAction.update({
      where: key(scope, id),
      data: await checkAction(tx, scope, input, kept),
      select: { id: true },
    });
    const subject = { type: "improvementAction", id };
    await recordActivity(tx, scope, "improvementAction.updated", subject, { name: input.title });
    return { id };
  });
}
