import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { ConflictError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { lockEvaluationFramework } from "../queries/lock-evaluation-framework";

/**
 * Archives a framework, or restores it. No cycle can be begun with an archived framework; cycles that were are not touched.
 * A framework that was published before comes back published. ConflictError when it is not in a state the change starts from.
 * Returns the new revision for the next save.
 */
export async function changeEvaluationFrameworkStatus(
  scope: Scope,
  input: { frameworkId: string; change: "archive" | "restore" },
): Promise<{ revision: string }> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const framework = await lockEvaluationFramework(tx, scope, input.frameworkId);
    const isRestored = input.change === "restore";
    if ((framework.status === "archived") !== isRestored)
      throw new ConflictError("evaluationFrameworkStateChanged");
    const before = framework.currentVersionId ? "published" : "draft";
    const saved = await tx.evaluationFramework.update({
      where: key(scope, input.frameworkId),
      data: isRestored ? { status: before, archivedAt: null } : { status: "archived", archivedAt: scope.now },
      select: { updatedAt: true },
    });
    await recordActivity(
      tx,
      scope,
      isRestored ? "evaluationFramework.restored" : "evaluationFramework.archived",
      { type: "evaluationFramework", id: input.frameworkId },
      { name: framework.name },
    );
    return { revision: saved.updatedAt.toISOString() };
  });
}
