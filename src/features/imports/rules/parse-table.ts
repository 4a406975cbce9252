import { CsvError, parse } from "csv-parse/sync";
import { DELIMITERS, type Delimiter } from "../formats";

export const MOST_COLUMNS = 200;

/** Characters in which the first lines of a table are; what a line without end holds after them decides nothing. */
const LONGEST_SAMPLE = 500_000;

/** A line of the file: `line` is where it starts, counted from 1 as editors do; the header is line 1. */
export type TableRow = { line: number; cells: string[] };
export type Table = { header: string[]; rows: TableRow[] };

/** A file that cannot be cut into rows and cells. `message` is a key of the messages "errors". */
export class UnreadableTableError extends Error {
  readonly line: number;
  constructor(messageKey: "fileQuoteOpen" | "fileTooManyColumns" | "fileEmpty", line = 0) {
    super(messageKey);
    this.line = line;
  }
}

/**
 * The delimiter that cuts the first lines most evenly: the one with which most lines have as many cells as the header,
 * and among equals the one with more cells. A file of one column gets a comma.
 */
export function sniffDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const rows = cutSample(text, delimiter);
    const width = rows[0]?.length ?? 0;
    if (width < 2) continue;
    const even = rows.filter((row) => row.length === width).length / rows.length;
    const score = even * 1000 + width;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Cell by cell, while the file is being cut: one of nothing but delimiters would fill the memory first. */
function refuseCellsBeyondLast(cell: string, { index, lines }: { index: number; lines: number }): string {
  if (index >= MOST_COLUMNS) throw new UnreadableTableError("fileTooManyColumns", lines);
  return cell;
}

function cutSample(text: string, delimiter: Delimiter): string[][] {
  try {
    return parse(text.slice(0, LONGEST_SAMPLE), {
      delimiter,
      to: 25,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      cast: refuseCellsBeyondLast,
    });
  } catch {
    return [];
  }
}

/**
 * Cuts a text (with "\n" line ends) into header and rows; lines without anything in them are left out. Quoted cells may
 * hold line breaks. Cells are trimmed. Throws UnreadableTableError.
 */
export function parseTable(text: string, delimiter: Delimiter): Table {
  const rows: TableRow[] = [];
  let linesRead = 0;
  try {
    parse(text, {
      delimiter,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      cast: refuseCellsBeyondLast,
      on_record: (cells: string[], { lines }) => {
        linesRead = lines;
        // `lines` is where the record ends; line breaks inside its cells are between there and its start.
        const breaks = cells.reduce((count, cell) => count + cell.split("\n").length - 1, 0);
        if (cells.some((cell) => cell.trim() !== "")) {
          rows.push({ line: lines - breaks, cells: cells.map(cleanCell) });
        }
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") {
      // The parser tells where the file ended; the quote opened in the record after the last whole one.
      throw new UnreadableTableError("fileQuoteOpen", linesRead + 1);
    }
    throw error;
  }
  const [header, ...body] = rows;
  if (!header || body.length === 0) throw new UnreadableTableError("fileEmpty");
  return { header: nameColumns(header.cells), rows: body };
}

/** Files of rejected rows guard formulas with an apostrophe; corrected and uploaded again, the cell means what it says. */
function cleanCell(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, "");
}

/** Names by which each column can be told from the others: an empty one by its letter, a repeated one by its number. */
export function nameColumns(cells: string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = cell.replace(/\s+/g, " ") || columnLetter(index);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

/** The letter spreadsheets call a column by: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
