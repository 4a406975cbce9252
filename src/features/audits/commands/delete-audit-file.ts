import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { readAudit } from "../queries/read-audit";
import { findItem } from "../rules";
import { forgetFilesLater } from "./forget-audit-files";
import { lockWritableAudit } from "./lock-own-audit";
import { countPhotos } from "./store-audit-file";

/**
 * Deletes a photo of an audit that is being entered. Returns the new revision of a photo item's answer, null for evidence
 * of another item. Throws NotFoundError for everybody but the auditor, for an unknown photo and for attachments of appeals,
 * which stay; ConflictError once the audit was submitted. What was handed over before leaves a trace when it goes.
 */
export async function deleteAuditFile(
  scope: Scope,
  { auditId, fileId }: { auditId: string; fileId: string },
): Promise<{ revision: number | null }> {
  return withScope(scope, async (tx) => {
    const { submittedAt } = await lockWritableAudit(tx, scope, auditId);
    const audit = await readAudit(tx, scope, auditId);
    const file = audit.files.find(({ id, appealMessageId }) => id === fileId && appealMessageId === null);
    if (!file) throw new NotFoundError();
    const { storage } = await tx.auditFile.delete({ where: key(scope, fileId), select: { storage: true } });
    await forgetFilesLater(tx, scope, [{ id: fileId, storage }]);
    if (submittedAt !== null) {
      await recordActivity(
        tx,
        scope,
        "audit.photoRemoved",
        { type: "audit", id: auditId },
        { location: audit.location.name, touchpoint: audit.touchpoint.name },
      );
    }
    const item = file.itemKey === null ? undefined : findItem(audit.form.definition, file.itemKey);
    const itemId = file.itemKey === null ? undefined : audit.itemIds[file.itemKey];
    if (item?.kind !== "photo" || !itemId) return { revision: null };
    const answer = audit.answers[item.key] ?? null;
    return { revision: await countPhotos(tx, scope, { auditId, itemId, answer, isAdded: false }) };
  });
}
