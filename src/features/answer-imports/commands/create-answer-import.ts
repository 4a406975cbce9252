import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { CHUNK_BYTES, UPLOAD_KEPT_DAYS } from "../formats";
import { requireAnswerImports } from "../queries/require-answer-imports";
import { forgetLater } from "./forget-later";

/** Begins the upload of a file of answers: its pieces follow, in any order. What is not started within days is removed. */
export async function createAnswerImport(
  scope: Scope,
  input: { fileName: string; bytes: number },
): Promise<{ id: string; chunkBytes: number }> {
  requireAnswerImports(scope);
  return withScope(scope, async (tx) => {
    const { id } = await tx.answerImport.create({
      data: {
        organizationId: scope.organizationId,
        fileName: input.fileName.replace(/\0/g, "").slice(0, 200),
        bytes: BigInt(input.bytes),
        createdByUserId: scope.userId,
        apiKeyId: scope.apiKeyId,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    await forgetLater(tx, scope, id, UPLOAD_KEPT_DAYS);
    return { id, chunkBytes: CHUNK_BYTES };
  });
}
