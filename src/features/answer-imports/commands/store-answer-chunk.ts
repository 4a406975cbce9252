import "server-only";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { CHUNK_BYTES } from "../formats";
import { findAnswerImport } from "../queries/find-answer-import";

/**
 * Stores one piece of a file; the same piece again replaces itself, so that an interrupted upload goes on with what is
 * missing. Every piece but the last is CHUNK_BYTES long: InvalidInputError for any other. Throws NotFoundError unless
 * the import is being uploaded.
 */
export async function storeAnswerChunk(
  scope: Scope,
  importId: string,
  position: number,
  content: Uint8Array,
): Promise<{ chunksReceived: number }> {
  return withScope(scope, async (tx) => {
    const { size } = await findAnswerImport(tx, scope, importId, ["uploading"]);
    const start = position * CHUNK_BYTES;
    if (
      !Number.isInteger(position) ||
      position < 0 ||
      content.length !== Math.min(CHUNK_BYTES, size - start)
    ) {
      throw new InvalidInputError({ file: "answerChunkLength" });
    }
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    await tx.$executeRaw`
      insert into answer_import_chunks (organization_id, import_id, position, content)
      values (${scope.organizationId}::uuid, ${importId}::uuid, ${position}::int, ${bytes}::bytea)
      on conflict (organization_id, import_id, position) do update set content = excluded.content`;
    const chunksReceived = await tx.answerImportChunk.count({
      where: { organizationId: scope.organizationId, importId },
    });
    return { chunksReceived };
  });
}
