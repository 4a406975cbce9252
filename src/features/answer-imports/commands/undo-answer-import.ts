import "server-only";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { enqueueJob } from "@/server/jobs";
import { key, type Scope } from "@/server/scope";
import { findAnswerImport } from "../queries/find-answer-import";
import type { Failure } from "../schema";

const TRIES = 10;

/** Begins to take back everything an import stored, as a whole; the worker does it. Twice begins once. */
export async function undoAnswerImport(scope: Scope, importId: string): Promise<{ id: string }> {
  return withScope(scope, async (tx) => {
    await tx.$queryRaw`
      select 1 from answer_imports
       where organization_id = ${scope.organizationId}::uuid and id = ${importId}::uuid for update`;
    const { status, fileName } = await findAnswerImport(tx, scope, importId, [
      "finished",
      "failed",
      "undoing",
    ]);
    if (status !== "undoing") {
      await recordActivity(
        tx,
        scope,
        "answerImport.undoStarted",
        { type: "answerImport", id: importId },
        {
          name: fileName,
        },
      );
    }
    await beginUndo(tx, scope, importId, null);
    return { id: importId };
  });
}

/** Ends a running import whose file turned out to be unreadable further on: what it stored so far is taken back. */
export async function rollBackAnswerImport(scope: Scope, importId: string, failure: Failure): Promise<void> {
  await withScope(scope, async (tx) => {
    await findAnswerImport(tx, scope, importId, ["running"]);
    await beginUndo(tx, scope, importId, failure);
  });
}

async function beginUndo(tx: Transaction, scope: Scope, importId: string, failure: Failure | null) {
  await tx.answerImport.update({
    where: key(scope, importId),
    // From the first row again, should it ever be started again; what is still stored then is known.
    data: { status: "undoing", failure, rowsRead: 0, answersKnown: 0, noAnswers: 0, rejected: 0 },
    select: { id: true },
  });
  await tx.answerImportRejection.deleteMany({ where: { organizationId: scope.organizationId, importId } });
  await enqueueJob(
    tx,
    "undoAnswerImport",
    { organizationId: scope.organizationId, importId },
    { jobKey: `undo-answer-import:${importId}`, maxAttempts: TRIES, isAwaited: true },
  );
}
