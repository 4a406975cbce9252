import "server-only";
import { type Transaction, withScope } from "@/server/database";
import { removeFromBucket } from "@/server/file-storage";
import { enqueueJob } from "@/server/jobs";
import type { Scope } from "@/server/scope";

/** Long after any upload has either its row or none. */
const UNFINISHED_AFTER_MS = 3600_000;

/**
 * Removes from the bucket those of the files that have no row (any more). Idempotent; throws when the bucket does not take
 * it, so that the job is tried again.
 */
export async function forgetAuditFiles(scope: Scope, fileIds: string[]): Promise<void> {
  const { organizationId } = scope;
  const kept = await withScope(scope, (tx) =>
    tx.auditFile.findMany({ where: { organizationId, id: { in: fileIds } }, select: { id: true } }),
  );
  for (const id of fileIds) {
    if (!kept.some((file) => file.id === id)) await removeFromBucket(scope, id);
  }
}

/** Has the files of deleted rows removed from the bucket once this transaction is done. None: nothing. */
export async function forgetFilesLater(
  tx: Transaction,
  scope: Scope,
  files: readonly { id: string; storage: "database" | "bucket" }[],
): Promise<void> {
  const fileIds = files.filter(({ storage }) => storage === "bucket").map(({ id }) => id);
  if (fileIds.length === 0) return;
  await enqueueJob(tx, "forgetFiles", { organizationId: scope.organizationId, fileIds });
}

/** To be called before a file is put into the bucket: if its row never comes, it is removed again. */
export async function forgetFileUnlessStored(scope: Scope, id: string): Promise<void> {
  const runAt = new Date(scope.now.getTime() + UNFINISHED_AFTER_MS);
  await withScope(scope, (tx) =>
    enqueueJob(tx, "forgetFiles", { organizationId: scope.organizationId, fileIds: [id] }, { runAt }),
  );
}
