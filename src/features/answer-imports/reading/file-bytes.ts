/** A file somewhere, of which any part can be read without holding the rest. */
export type FileBytes = {
  readonly size: number;
  /** The bytes from `start` up to `end`, in pieces, in order. */
  read(start: number, end: number): AsyncGenerator<Uint8Array>;
};

/** The first bytes of a file, for a look at what it is. */
export async function readStart(file: FileBytes, length: number): Promise<Uint8Array> {
  return readRange(file, 0, Math.min(length, file.size));
}

/** One part of a file as a whole; for parts that are known to be small. */
export async function readRange(file: FileBytes, start: number, end: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.read(start, end)) pieces.push(piece);
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
}

/** Bytes worked on before others in this process get their turn: about ten milliseconds of cutting. */
const SLICE = 256 * 1024;

/** The same bytes in small slices, with a pause after each, so that a web server that reads a file goes on answering. */
export async function* inSlices(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += SLICE) {
      yield piece.subarray(at, at + SLICE);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
