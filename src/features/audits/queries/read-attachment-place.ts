import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { MOST_ATTACHMENTS } from "../photos/limits";
import { RefusedFileError } from "../photos/refused-file-error";
import type { AuditFile } from "../schema";
import { visibleAudits } from "../visible-audits-sql";

export type AttachmentTarget = { auditId: string; appealMessageId: string; clientKey: string };

/**
 * Whether a file may be attached to a message: to one's own, in an open appeal of an audit one sees. Returns the file that
 * came with this key before, else null. Throws NotFoundError, ConflictError for a decided appeal, RefusedFileError for
 * too many files.
 */
export async function readAttachmentPlace(
  tx: Transaction,
  scope: Scope,
  { auditId, appealMessageId, clientKey }: AttachmentTarget,
): Promise<AuditFile | null> {
  const { organizationId, userId } = scope;
  const [message] = await tx.$queryRaw<{ status: string }[]>(Prisma.sql`
    select p.status::text as status
      from audit_appeal_messages m
      join audit_appeals p on p.organization_id = m.organization_id and p.id = m.appeal_id
      join audits a on a.organization_id = p.organization_id and a.id = p.audit_id
     where m.organization_id = ${organizationId}::uuid and m.id = ${appealMessageId}::uuid
       and a.id = ${auditId}::uuid and m.written_by_user_id = ${userId}::uuid and ${visibleAudits(scope)}`);
  if (!message) throw new NotFoundError();
  const files = await tx.auditFile.findMany({
    where: { organizationId, auditId, appealMessageId },
    select: { id: true, clientKey: true, contentType: true, width: true, height: true, bytes: true },
  });
  const known = files.find((file) => file.clientKey === clientKey);
  if (known) {
    const { clientKey: _, ...file } = known;
    return { ...file, itemKey: null, appealMessageId };
  }
  if (message.status !== "open") throw new ConflictError("attachmentTooLate");
  if (files.length >= MOST_ATTACHMENTS)
    throw new RefusedFileError("photoTooMany", 422, { maximum: MOST_ATTACHMENTS });
  return null;
}
