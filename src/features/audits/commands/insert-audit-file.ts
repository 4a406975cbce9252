import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { putFile, usesBucket } from "@/server/file-storage";
import type { Scope } from "@/server/scope";
import type { CheckedFile } from "../photos/make-photo";
import type { AuditFile } from "../schema";
import { forgetFileUnlessStored } from "./forget-audit-files";

/** A checked file whose bytes are where they will stay; only its row is missing. */
export type PlacedFile = Awaited<ReturnType<typeof placeFile>>;

/** Puts a checked file to its place, before the transaction that writes its row. */
export async function placeFile(scope: Scope, file: CheckedFile) {
  const id = uuidv7();
  if (usesBucket()) await forgetFileUnlessStored(scope, id);
  const place = await putFile(scope, { id, content: file.content, contentType: file.contentType });
  const { contentType, width, height, content } = file;
  return { id, contentType, width, height, bytes: content.byteLength, place };
}

/** Writes the row of a placed file. The caller has locked what it belongs to and decided that it may. */
export async function insertAuditFile(
  tx: Transaction,
  scope: Scope,
  file: PlacedFile,
  of: { auditId: string; clientKey: string; itemId: string | null; appealMessageId: string | null },
): Promise<Omit<AuditFile, "itemKey">> {
  if (!scope.memberId) throw new NotFoundError();
  const { place, ...described } = file;
  await tx.auditFile.createMany({
    data: {
      ...described,
      ...place,
      ...of,
      organizationId: scope.organizationId,
      uploadedByMemberId: scope.memberId,
      createdAt: scope.now,
    },
  });
  return { ...described, appealMessageId: of.appealMessageId };
}
