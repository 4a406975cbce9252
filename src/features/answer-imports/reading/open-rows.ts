import { Readable } from "node:stream";
import type { FileFormat } from "../formats";
import type { FileReading } from "../mapping";
import { csvRows } from "./csv-rows";
import { type FileBytes, inSlices } from "./file-bytes";
import type { RawRow } from "./raw-row";
import { sheetRows } from "./sheet-rows";
import { UnreadableFileError } from "./unreadable-file-error";
import { openWorkbook } from "./workbook";

/** How much of the file (of a workbook, of its sheet) has been read: 0 to 1. */
export type ReadingProgress = { fraction: number };

/** The rows of a file in its order, the header first, some at a time. Throws UnreadableFileError. */
export async function* openRows(
  file: FileBytes,
  { format, reading }: { format: FileFormat; reading: FileReading },
  progress: ReadingProgress = { fraction: 0 },
): AsyncGenerator<RawRow[]> {
  if (format === "csv") {
    const { encoding, delimiter } = reading;
    yield* csvRows(counted(inSlices(file.read(0, file.size)), file.size, progress), {
      encoding: encoding ?? "utf-8",
      delimiter: delimiter ?? ",",
    });
    return;
  }
  const workbook = await openWorkbook(file);
  const sheet = workbook.sheets.find(({ name }) => name === reading.sheet);
  if (!sheet) throw new UnreadableFileError("fileSheetMissing");
  const { entry } = sheet;
  const open = async () => Readable.from(counted(inSlices(await entry.open()), entry.size, progress));
  yield* sheetRows(workbook, { ...entry, open });
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  size: number,
  progress: ReadingProgress,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    progress.fraction = bytes / size;
    yield piece;
  }
}
