import "server-only";
import type { Incoming } from "./incoming";
import { Problem } from "./problem";

/** Room for a few hundred things at once. */
export const MOST_BYTES = 1_000_000;

/**
 * The body's bytes. One that says it is larger than `most` is refused before it is read, one that does not say is read
 * no further than that. Throws Problem (413).
 */
export async function readBytes(request: Incoming, most: number): Promise<Buffer> {
  if (Number(request.header("content-length") ?? 0) > most) throw tooLarge(most);
  if (!request.bytes) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.bytes) {
    bytes += chunk.length;
    if (bytes > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return chunks.length === 1 ? Buffer.from(chunks[0] as Uint8Array) : Buffer.concat(chunks);
}

export function tooLarge(most: number): Problem {
  // The rest of the body is not waited for: nothing more can come on this connection.
  return new Problem("too-large", `At most ${most} bytes.`, { headers: { Connection: "close" } });
}

/** Throws Problem (415) unless the body is of this type. */
export function requireContentType(request: Incoming, type: string): void {
  const sent = (request.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (sent !== type) throw new Problem("unsupported-media-type", `Send the body as ${type}.`);
}

/** The body as JSON. Throws Problem (400) for anything else, and for text that is not UTF-8. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Problem("invalid-request", "The body is not JSON in UTF-8.");
  }
}
