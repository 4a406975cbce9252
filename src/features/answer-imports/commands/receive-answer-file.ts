import "server-only";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { CHUNK_BYTES, LARGEST_FILE } from "../formats";
import type { AnswerMapping } from "../schema";
import { createAnswerImport } from "./create-answer-import";
import { discardAnswerImport } from "./discard-answer-import";
import { mapAnswerImport } from "./map-answer-import";
import { applyAnswerMapping } from "./saved-mappings";
import { startAnswerImport } from "./start-answer-import";
import { putChunk } from "./store-answer-chunk";
import { finishAnswerUpload } from "./take-in-file";

/**
 * Takes in a whole file at once as it comes, of whatever length, with what its columns mean, and starts it: what a program
 * does in one request. When anything is wrong nothing is left behind: InvalidInputError for the file ("file") or the
 * mapping ("mapping"), NotFoundError for a saved mapping that is not there.
 */
export async function receiveAnswerFile(
  scope: Scope,
  fileName: string,
  pieces: AsyncIterable<Uint8Array>,
  mapping: AnswerMapping | { savedMapping: string },
): Promise<{ id: string }> {
  const { id } = await createAnswerImport(scope, { fileName, bytes: 0 });
  try {
    const size = await putPieces(scope, id, pieces);
    if (size === 0) throw new InvalidInputError({ file: "fileEmpty" });
    await withScope(scope, (tx) =>
      tx.answerImport.update({ where: key(scope, id), data: { bytes: BigInt(size) }, select: { id: true } }),
    );
    await finishAnswerUpload(scope, id);
    if ("savedMapping" in mapping) await applyAnswerMapping(scope, id, { name: mapping.savedMapping });
    else await mapAnswerImport(scope, id, mapping);
    return await startAnswerImport(scope, id);
  } catch (error) {
    // An unreadable file has been thrown away already.
    await discardAnswerImport(scope, id).catch(() => {});
    throw error;
  }
}

/** Stores what comes in pieces of the usual length, one in memory at a time. Gives the number of bytes. */
async function putPieces(scope: Scope, id: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let filled = 0;
  let position = 0;
  const flush = async () => {
    const content = buffer.subarray(0, filled);
    await withScope(scope, (tx) => putChunk(tx, scope, id, position, content));
    position += 1;
    filled = 0;
  };
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + CHUNK_BYTES - filled);
      buffer.set(part, filled);
      filled += part.length;
      at += part.length;
      if (position * CHUNK_BYTES + filled > LARGEST_FILE)
        throw new InvalidInputError({ file: "answerFileTooBig" });
      if (filled === CHUNK_BYTES) await flush();
    }
  }
  const size = position * CHUNK_BYTES + filled;
  if (filled > 0) await flush();
  return size;
}
