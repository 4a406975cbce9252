import type { FileFormat } from "../formats";
import type { FileReading } from "../schema";
import { csvRows } from "./csv-rows";
import { type FileBytes, inSlices } from "./file-bytes";
import type { RawRow } from "./raw-row";
import { sheetRows } from "./sheet-rows";
import { UnreadableFileError } from "./unreadable-file-error";
import { openWorkbook } from "./workbook";

/** The rows of a file in its order, the header first, some at a time. Throws UnreadableFileError. */
export async function* openRows(
  file: FileBytes,
  { format, reading }: { format: FileFormat; reading: FileReading },
): AsyncGenerator<RawRow[]> {
  if (format === "csv") {
    const { encoding, delimiter } = reading;
    yield* csvRows(inSlices(file.read(0, file.size)), {
      encoding: encoding ?? "utf-8",
      delimiter: delimiter ?? ",",
    });
    return;
  }
  const workbook = await openWorkbook(file);
  const sheet = workbook.sheets.find(({ name }) => name === reading.sheet);
  if (!sheet) throw new UnreadableFileError("fileSheetMissing");
  yield* sheetRows(workbook, sheet.entry);
}
