import "server-only";
import type { AuditAnswerValue, AuditFormItem } from "@/features/audit-forms/schema";
import type { Transaction } from "@/server/database";
import { ConflictError, InvalidInputError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import type { StoredPhoto } from "../entry-schema";
import { MOST_EVIDENCE_PHOTOS } from "../photos/limits";
import { RefusedFileError } from "../photos/refused-file-error";
import { findItem, isWritable } from "../rules";
import { readAudit } from "./read-audit";

export type PhotoTarget = { auditId: string; itemKey: string; clientKey: string };

type PhotoPlace = {
  /** The photo that came with this key before: it is stored once, however often it is sent. */
  stored: StoredPhoto | null;
  item: AuditFormItem;
  itemId: string;
  answer: (AuditAnswerValue & { revision: number }) | null;
};

/**
 * Where a photo of an audit that is being entered belongs. Throws NotFoundError for everybody but its auditor,
 * ConflictError once it was submitted, RefusedFileError when the item has all the photos it may have, InvalidInputError for
 * an item the form does not have.
 */
export async function readPhotoPlace(
  tx: Transaction,
  scope: Scope,
  { auditId, itemKey, clientKey }: PhotoTarget,
): Promise<PhotoPlace> {
  const { organizationId, memberId } = scope;
  const audit = await readAudit(tx, scope, auditId);
  if (!memberId || audit.auditor.memberId !== memberId) throw new NotFoundError();
  const answer = audit.answers[itemKey] ?? null;
  const known = await tx.auditFile.findUnique({
    where: { organizationId_auditId_clientKey: { organizationId, auditId, clientKey } },
    select: { id: true },
  });
  const file = audit.files.find(({ id }) => id === known?.id);
  const item = findItem(audit.form.definition, itemKey);
  const itemId = audit.itemIds[itemKey];
  if (!item || !itemId) throw new InvalidInputError({ item: "auditAnswerUnfit" });
  const stored = file
    ? { ...file, revision: item.kind === "photo" ? (answer?.revision ?? null) : null }
    : null;
  if (!stored) {
    if (!isWritable(audit.status)) throw new ConflictError("auditSubmitted");
    const maximum = item.kind === "photo" ? item.mostPhotos : MOST_EVIDENCE_PHOTOS;
    if (audit.files.filter((other) => other.itemKey === itemKey).length >= maximum)
      throw new RefusedFileError("photoTooMany", 422, { maximum });
  }
  return { stored, item, itemId, answer };
}
