import "server-only";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { CHUNK_BYTES } from "../formats";
import type { FileBytes } from "../reading/file-bytes";

/**
 * The uploaded file of an import, read piece by piece, each in a transaction of its own. The last piece is kept: a
 * workbook is read from its end and then here and there. Throws NotFoundError once the file is no longer kept.
 */
export function storedFile(scope: Scope, importId: string, size: number): FileBytes {
  let kept: { position: number; content: Uint8Array } | null = null;

  async function readChunk(position: number): Promise<Uint8Array> {
    if (kept?.position === position) return kept.content;
    const chunk = await withScope(scope, (tx) =>
      tx.answerImportChunk.findFirst({
        where: { organizationId: scope.organizationId, importId, position },
        select: { content: true },
      }),
    );
    if (!chunk) throw new NotFoundError();
    kept = { position, content: chunk.content };
    return chunk.content;
  }

  return {
    size,
    async *read(start, end) {
      for (let at = start; at < Math.min(end, size); ) {
        const position = Math.floor(at / CHUNK_BYTES);
        const begin = position * CHUNK_BYTES;
        const content = await readChunk(position);
        const piece = content.subarray(at - begin, Math.min(end, size) - begin);
        if (piece.length === 0) throw new NotFoundError();
        yield piece;
        at += piece.length;
      }
    },
  };
}
