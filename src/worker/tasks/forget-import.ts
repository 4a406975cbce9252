import "server-only";
import { forgetImport } from "@/features/imports/commands/forget-import";
import { jobScope } from "@/server/job-scope";
import type { JobPayloads } from "@/server/jobs";

/** Removes an upload nobody started within a day, or the rejected rows of an import that ended long ago. */
export async function forgetImportTask(payload: JobPayloads["forgetImport"]): Promise<void> {
  await forgetImport(await jobScope(payload), payload.importId);
}
