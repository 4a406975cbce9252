import "server-only";
import { processWide } from "@/server/api/process-wide";
import {
  MOST_BYTES_WAITING,
  MOST_FILE_BYTES,
  MOST_FILE_MEGABYTES,
  UPLOAD_IDLE_MS,
  UPLOAD_MOST_MS,
  UPLOADS_PER_MEMBER,
} from "./limits";
import { RefusedFileError } from "./refused-file-error";

const held = processWide("heldUploads", () => ({ bytes: 0, uploadsOf: new Map<string, number>() }));

/** How long what is still being sent after a refusal is thrown away, so that the sender gets to read the answer. */
const LINGER_MS = 2_000;

/**
 * Receives the body of an upload and gives it to `use`. One that says it is too large is refused before it is read, one
 * that does not say is read no further than the limit. What all uploads hold until `use` is done has a limit too, and so
 * has the number of uploads of one member: a busy server answers "again later" (503, 429) instead of running out of
 * memory, and a slow sender holds no more than what has arrived. Throws RefusedFileError.
 */
export async function receiveUpload<T>(
  request: Request,
  memberId: string,
  use: (bytes: Buffer) => Promise<T>,
): Promise<T> {
  const most = MOST_FILE_BYTES;
  const tooLarge = () => new RefusedFileError("photoTooLarge", 413, { megabytes: MOST_FILE_MEGABYTES });
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge();
  const uploads = held.uploadsOf.get(memberId) ?? 0;
  if (uploads >= UPLOADS_PER_MEMBER) throw new RefusedFileError("photoTooManyAtOnce", 429);
  held.uploadsOf.set(memberId, uploads + 1);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of chunksOf(request)) {
      bytes += chunk.length;
      held.bytes += chunk.length;
      if (bytes > most) throw tooLarge();
      if (held.bytes > MOST_BYTES_WAITING) throw new RefusedFileError("photoServerBusy", 503);
      chunks.push(chunk);
    }
    if (bytes === 0) throw new RefusedFileError("photoNotPicture", 415);
    return await use(Buffer.concat(chunks.splice(0)));
  } finally {
    held.bytes -= bytes;
    const left = (held.uploadsOf.get(memberId) ?? 1) - 1;
    if (left > 0) held.uploadsOf.set(memberId, left);
    else held.uploadsOf.delete(memberId);
  }
}

/** The pieces of a body as they come, until its reader has enough. Throws when it stalls or takes too long. */
async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  if (!request.body) return;
  const reader = request.body.getReader();
  const giveUpAt = Date.now() + UPLOAD_MOST_MS;
  try {
    for (;;) {
      const { done, value } = await orStalled(reader.read(), Math.min(UPLOAD_IDLE_MS, giveUpAt - Date.now()));
      if (done) return;
      yield value;
    }
  } finally {
    void throwAway(reader);
  }
}

async function throwAway(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const timer = setTimeout(() => void reader.cancel().catch(() => {}), LINGER_MS);
  try {
    while (!(await reader.read()).done);
  } catch {
    // The sender has gone.
  } finally {
    clearTimeout(timer);
  }
}

async function orStalled<T>(read: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new RefusedFileError("photoStalled", 408)), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([read, stalled]);
  } catch (error) {
    // The sender has gone, or nothing comes any more.
    throw error instanceof RefusedFileError ? error : new RefusedFileError("photoStalled", 408);
  } finally {
    clearTimeout(timer);
  }
}
