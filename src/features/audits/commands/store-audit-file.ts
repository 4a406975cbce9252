import "server-only";
import { type AuditAnswerValue, NO_ANSWER } from "@/features/audit-forms/schema";
import { type Transaction, withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { StoredPhoto } from "../entry-schema";
import { makePhoto } from "../photos/make-photo";
import { findStoredPhoto } from "../queries/find-stored-photo";
import { type PhotoTarget, readPhotoPlace } from "../queries/read-photo-place";
import { insertAuditFile, placeFile } from "./insert-audit-file";
import { lockOwnAudit } from "./lock-own-audit";
import { writeAnswer } from "./save-audit-answers";

/**
 * Stores a photo of an audit that is being entered: checked and drawn anew (`makePhoto`), once for each key of the device.
 * The answer of a photo item counts its photos, so it gets a new revision. Throws RefusedFileError for what is no
 * acceptable picture, and as `readPhotoPlace`.
 */
export async function storeAuditFile(scope: Scope, target: PhotoTarget, bytes: Buffer): Promise<StoredPhoto> {
  const before = await findStoredPhoto(scope, target);
  if (before) return before;
  const placed = await placeFile(scope, await makePhoto(bytes));
  return withScope(scope, async (tx) => {
    await lockOwnAudit(tx, scope, target.auditId);
    const { stored, item, itemId, answer } = await readPhotoPlace(tx, scope, target);
    if (stored) return stored;
    const { auditId, clientKey, itemKey } = target;
    const file = await insertAuditFile(tx, scope, placed, {
      auditId,
      clientKey,
      itemId,
      appealMessageId: null,
    });
    const revision =
      item.kind === "photo" ? await countPhotos(tx, scope, { auditId, itemId, answer, isAdded: true }) : null;
    return { ...file, itemKey, revision };
  });
}

/**
 * Makes the answer of a photo item say how many photos there are, and returns its new revision. A photo that is added
 * makes the item applicable; one that is removed leaves "not applicable" as it is.
 */
export async function countPhotos(
  tx: Transaction,
  scope: Scope,
  of: {
    auditId: string;
    itemId: string;
    answer: (AuditAnswerValue & { revision: number }) | null;
    isAdded: boolean;
  },
): Promise<number> {
  const { auditId, itemId, answer } = of;
  const { revision, ...value } = answer ?? { ...NO_ANSWER, revision: 0 };
  if (value.isNotApplicable && !of.isAdded) return revision;
  const photos = await tx.auditFile.count({
    where: { organizationId: scope.organizationId, auditId, itemId, appealMessageId: null },
  });
  await writeAnswer(tx, scope, auditId, {
    itemId,
    revision: revision + 1,
    value: { ...value, isNotApplicable: false, number: photos > 0 ? photos : null },
  });
  return revision + 1;
}
