import { CsvError, parse } from "csv-parse";
import iconv from "iconv-lite";
import type { Delimiter, Encoding } from "@/features/imports/formats";
import { MOST_COLUMNS } from "../formats";
import { isBlank, type RawRow } from "./raw-row";
import { UnreadableFileError } from "./unreadable-file-error";

/** A longer record is one whose quote never ends, or no table at all; found before it fills the memory. */
const LONGEST_RECORD = 1024 * 1024;

/**
 * Cuts the bytes of a CSV file into rows as they come, the header first; lines without anything in them are left out.
 * Quoted cells may hold line breaks. Cells are not trimmed. Throws UnreadableFileError.
 */
export async function* csvRows(
  pieces: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: { encoding: Encoding; delimiter: Delimiter },
): AsyncGenerator<RawRow[]> {
  let rows: RawRow[] = [];
  let lastLine = 0;
  const parser = parse({
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: LONGEST_RECORD,
    on_record: (cells: string[], { lines }) => {
      if (cells.length > MOST_COLUMNS) throw new UnreadableFileError("fileTooManyColumns", lines);
      // `lines` is where the record ends; line breaks inside its cells are between there and its start.
      const line = lines === lastLine + 1 ? lines : lines - countBreaks(cells);
      lastLine = lines;
      if (!isBlank(cells)) rows.push({ line, cells });
      return null;
    },
  });
  let failure: unknown;
  const ended = new Promise<void>((resolve) => {
    parser.on("error", (error) => {
      failure ??= error;
      resolve();
    });
    parser.on("end", () => resolve());
  });
  // Nothing is ever read from it: records are taken as they are cut.
  parser.resume();
  const taken = () => {
    const cut = rows;
    rows = [];
    return cut;
  };
  try {
    for await (const piece of decoded(pieces, encoding)) {
      await new Promise<void>((resolve) => parser.write(piece, () => resolve()));
      if (failure) break;
      if (rows.length > 0) yield taken();
    }
    if (!failure) {
      parser.end();
      await ended;
    }
    if (failure) throw readable(failure, lastLine);
    if (rows.length > 0) yield taken();
  } finally {
    parser.destroy();
  }
}

/** UTF-8 is cut as bytes; anything else is turned into text first, piece by piece. */
async function* decoded(
  pieces: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Buffer | string> {
  if (encoding === "utf-8") {
    for await (const piece of pieces) yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    return;
  }
  const decoder = iconv.getDecoder(encoding);
  for await (const piece of pieces) {
    yield decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
  }
  yield decoder.end() ?? "";
}

function countBreaks(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) breaks += 1;
  }
  return breaks;
}

function readable(error: unknown, lastLine: number): unknown {
  if (!(error instanceof CsvError)) return error;
  // The quote opened in the record after the last whole one.
  if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") {
    return new UnreadableFileError("fileQuoteOpen", lastLine + 1);
  }
  return new UnreadableFileError("fileBroken", lastLine + 1);
}
