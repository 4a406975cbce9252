import "server-only";
import { forgetAuditFiles } from "@/features/audits/commands/forget-audit-files";
import { jobScope } from "@/server/job-scope";
import type { JobPayloads } from "@/server/jobs";

/** Removes deleted files, and uploads that were never finished, from the bucket. */
export async function forgetFilesTask(payload: JobPayloads["forgetFiles"]): Promise<void> {
  await forgetAuditFiles(await jobScope(payload), payload.fileIds);
}
