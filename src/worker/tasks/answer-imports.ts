import "server-only";
import { failAnswerImport } from "@/features/answer-imports/commands/fail-answer-import";
import { forgetAnswerImport } from "@/features/answer-imports/commands/forget-answer-import";
import { runAnswerImport } from "@/features/answer-imports/commands/run-answer-import";
import { runAnswerUndo } from "@/features/answer-imports/commands/run-answer-undo";
import { findAnswerImportStarter } from "@/features/answer-imports/queries/find-answer-import-starter";
import { requireAnswerImports } from "@/features/answer-imports/queries/require-answer-imports";
import { ForbiddenError } from "@/server/errors";
import { jobScope, memberJobScope } from "@/server/job-scope";
import type { JobPayloads } from "@/server/jobs";
import { log } from "@/server/log";
import { makeScope, type Scope } from "@/server/scope";

/**
 * Carries out an import of answers for whoever brought it. Interrupted, it goes on from the last whole batch when it runs
 * again; after the last try it is marked as failed, and can be started again or undone.
 */
export async function runAnswerImportTask(
  payload: JobPayloads["runAnswerImport"],
  job: { lastAttempt: boolean },
): Promise<void> {
  const scope = await jobScope(payload);
  const started = await findAnswerImportStarter(scope, payload.importId);
  if (started?.status !== "running") return;
  if (started.userId && !(await mayStillImport(scope, started.userId))) {
    await failAnswerImport(scope, payload.importId, "notAllowed");
    return;
  }
  try {
    const result = await runAnswerImport(makeScope({ ...scope, userId: started.userId }), payload.importId);
    if (result) log("info", "answer-import.done", { ...payload, ...result });
  } catch (error) {
    if (job.lastAttempt) await failAnswerImport(scope, payload.importId, "interrupted");
    throw error;
  }
}

/** A right lost since is lost for the import too. */
async function mayStillImport(scope: Scope, userId: string): Promise<boolean> {
  const member = await memberJobScope(scope, userId);
  if (!member) return false;
  try {
    requireAnswerImports(makeScope({ ...member, actor: "member" }));
    return true;
  } catch (error) {
    if (error instanceof ForbiddenError) return false;
    throw error;
  }
}

/** Takes back what an import stored; interrupted, it goes on with what is left. */
export async function undoAnswerImportTask(
  payload: JobPayloads["undoAnswerImport"],
  job: { lastAttempt: boolean },
): Promise<void> {
  const scope = await jobScope(payload);
  try {
    await runAnswerUndo(scope, payload.importId);
  } catch (error) {
    if (job.lastAttempt) await failAnswerImport(scope, payload.importId, "undoInterrupted");
    throw error;
  }
}

/** Removes an upload nobody started, or what is kept of people in an import that ended long ago. */
export async function forgetAnswerImportTask(payload: JobPayloads["forgetAnswerImport"]): Promise<void> {
  await forgetAnswerImport(await jobScope(payload), payload.importId);
}
