import "server-only";
import { withScope } from "@/server/database";
import { lockForTransaction } from "@/server/lock-for-transaction";
import type { Scope } from "@/server/scope";
import { checkPdf } from "../photos/check-pdf";
import { findFileKind } from "../photos/file-kind";
import { makePhoto } from "../photos/make-photo";
import { findStoredAttachment } from "../queries/find-stored-attachment";
import { type AttachmentTarget, readAttachmentPlace } from "../queries/read-attachment-place";
import type { AuditFile } from "../schema";
import { insertAuditFile, placeFile } from "./insert-audit-file";

/**
 * Stores a file of one's own message in an appeal: a picture as photos are (`makePhoto`), a PDF as it is after a check
 * (`checkPdf`); each key of the device once. Throws RefusedFileError for other files, and as `readAttachmentPlace`.
 */
export async function storeAppealAttachment(
  scope: Scope,
  target: AttachmentTarget,
  bytes: Buffer,
): Promise<AuditFile> {
  const before = await findStoredAttachment(scope, target);
  if (before) return before;
  const checked = await (findFileKind(bytes) === "pdf" ? checkPdf(bytes) : makePhoto(bytes));
  const placed = await placeFile(scope, checked);
  return withScope(scope, async (tx) => {
    await lockForTransaction(tx, scope, `attachments:${target.appealMessageId}`);
    const stored = await readAttachmentPlace(tx, scope, target);
    if (stored) return stored;
    const file = await insertAuditFile(tx, scope, placed, { ...target, itemId: null });
    return { ...file, itemKey: null };
  });
}
