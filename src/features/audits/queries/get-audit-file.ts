import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { readFile } from "@/server/file-storage";
import { key, type Scope } from "@/server/scope";
import { visibleAudits } from "../visible-audits-sql";

/**
 * A photo or attachment for whoever sees its audit now (`visibleAudits`); NotFoundError for others, each time it is asked
 * for. Its bytes never change: they are left out (null) when the reader has them (`isKnown`).
 */
export async function getAuditFile(
  scope: Scope,
  auditId: string,
  fileId: string,
  isKnown = false,
): Promise<{ id: string; contentType: string; content: Uint8Array<ArrayBuffer> | null }> {
  const file = await withScope(scope, async (tx) => {
    const visible = await tx.$queryRaw<unknown[]>(
      Prisma.sql`select 1 from audits a where a.id = ${auditId}::uuid and ${visibleAudits(scope)}`,
    );
    const found =
      visible.length > 0 &&
      (await tx.auditFile.findUnique({
        where: { ...key(scope, fileId), auditId },
        select: { id: true, contentType: true, storage: true, content: !isKnown },
      }));
    if (!found) throw new NotFoundError();
    return found;
  });
  const { id, contentType, storage } = file;
  if (isKnown) return { id, contentType, content: null };
  // After the transaction: a bucket may take its time.
  return { id, contentType, content: await readFile(scope, { id, storage, content: file.content ?? null }) };
}
