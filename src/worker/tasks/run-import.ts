import "server-only";
import { failImport } from "@/features/imports/commands/fail-import";
import { runImport } from "@/features/imports/commands/run-import";
import { findImportStarter } from "@/features/imports/queries/find-import-starter";
import { PERMISSION_OF_KIND } from "@/features/imports/rules/permission-of-kind";
import { jobScope, memberJobScope } from "@/server/job-scope";
import type { JobPayloads } from "@/server/jobs";
import { hasPermission } from "@/server/permissions";

/**
 * Carries out an import for the member who started it. Interrupted, it goes on from the last whole batch when it runs
 * again; after the last try it is marked as failed.
 */
export async function runImportTask(
  payload: JobPayloads["runImport"],
  job: { lastAttempt: boolean },
): Promise<void> {
  const scope = await jobScope(payload);
  const started = await findImportStarter(scope, payload.importId);
  if (started?.status !== "running") return;
  const memberScope = started.userId ? await memberJobScope(scope, started.userId) : null;
  if (!memberScope || !hasPermission(memberScope.role, PERMISSION_OF_KIND[started.kind])) {
    await failImport(scope, payload.importId);
    return;
  }
  try {
    await runImport(memberScope, payload.importId);
  } catch (error) {
    if (job.lastAttempt) await failImport(scope, payload.importId);
    throw error;
  }
}
