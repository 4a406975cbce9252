import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { REJECTIONS_KEPT_DAYS } from "../formats";
import { requireAnswerImports } from "../queries/require-answer-imports";
import type { Failure } from "../schema";
import { forgetLater } from "./forget-later";

/** Ends a running import, or an undo, that cannot go on. It can be started again from where it stands, or undone. */
export async function failAnswerImport(scope: Scope, importId: string, failure: Failure): Promise<void> {
  requireAnswerImports(scope);
  await withScope(scope, async (tx) => {
    const failed = await tx.answerImport.updateMany({
      where: {
        organizationId: scope.organizationId,
        id: importId,
        status: { in: failure === "undoInterrupted" ? ["undoing"] : ["running"] },
      },
      data: { status: "failed", failure, finishedAt: scope.now },
    });
    if (failed.count === 0) return;
    await forgetLater(tx, scope, importId, REJECTIONS_KEPT_DAYS);
    await recordActivity(tx, scope, "answerImport.failed", { type: "answerImport", id: importId });
  });
}
