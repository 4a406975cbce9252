import { Readable } from "node:stream";
import yauzl from "yauzl";
import type { FileBytes } from "./file-bytes";
import { UnreadableFileError } from "./unreadable-file-error";

export type ZipEntry = { name: string; size: number; open(): Promise<Readable> };

/** Entries of a workbook: a few per sheet. More is no workbook but something made to keep a reader busy. */
const MOST_ENTRIES = 10_000;
/** Deflate can pack a thousandfold, and real sheets reach a tenth of it; what claims more was made to fill a memory. */
const HIGHEST_RATIO = 400;
/** Entries that stay small however well they were packed. */
const SMALL_PACKED = 4_096;
const LARGEST_ENTRY = 4 * 1024 ** 3;

class FileReader extends yauzl.RandomAccessReader {
  readonly #file: FileBytes;
  constructor(file: FileBytes) {
    super();
    this.#file = file;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#file.read(start, end), { objectMode: false });
  }
}

/**
 * The entries of a zip by name; nothing is unpacked yet, and what is unpacked may not be longer than the entry says.
 * Throws UnreadableFileError for a broken or encrypted zip, and for one that unpacks beyond all measure.
 */
export async function openZip(file: FileBytes): Promise<Map<string, ZipEntry>> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.fromRandomAccessReader(
      new FileReader(file),
      file.size,
      { lazyEntries: true, autoClose: false, validateEntrySizes: true },
      (error, opened) => (error ? reject(asUnreadable(error)) : resolve(opened)),
    );
  });
  if (zip.entryCount > MOST_ENTRIES) throw new UnreadableFileError("fileUnpacksTooBig");
  const entries = new Map<string, ZipEntry>();
  await new Promise<void>((resolve, reject) => {
    zip.on("error", (error) => reject(asUnreadable(error)));
    zip.on("end", () => resolve());
    zip.on("entry", (entry: yauzl.Entry) => {
      if (entry.isEncrypted()) return reject(new UnreadableFileError("fileEncrypted"));
      if (
        entry.uncompressedSize > LARGEST_ENTRY ||
        entry.uncompressedSize > HIGHEST_RATIO * Math.max(entry.compressedSize, SMALL_PACKED)
      ) {
        return reject(new UnreadableFileError("fileUnpacksTooBig"));
      }
      entries.set(entry.fileName, {
        name: entry.fileName,
        size: entry.uncompressedSize,
        open: () =>
          new Promise((opened, failed) => {
            zip.openReadStream(entry, (error, stream) =>
              error ? failed(asUnreadable(error)) : opened(stream),
            );
          }),
      });
      zip.readEntry();
    });
    zip.readEntry();
  });
  return entries;
}

/** What the zip reader or the inflater threw because of the file; errors of reading it (the database) stay as they are. */
export function asUnreadable(error: unknown): unknown {
  if (error instanceof UnreadableFileError || !(error instanceof Error)) return error;
  const code = (error as { code?: unknown }).code;
  const isOfZlib = typeof code === "string" && code.startsWith("Z_");
  const isOfZip =
    /central directory|zip|file header|unexpected EOF|too many bytes|not enough bytes|compression|signature|invalid|strong encryption/i;
  if (!isOfZlib && !isOfZip.test(error.message)) return error;
  return new UnreadableFileError(/encrypt/i.test(error.message) ? "fileEncrypted" : "fileBroken");
}
