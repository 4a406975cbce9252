import { MOST_COLUMNS } from "../formats";
import { serialToText } from "../rules/serial-date";
import { isBlank, type RawRow } from "./raw-row";
import { UnreadableFileError } from "./unreadable-file-error";
import type { Workbook } from "./workbook";
import { readXml } from "./xml-events";
import type { ZipEntry } from "./zip-file";

const LONGEST_CELL = 32_767;
/** Spreadsheets end at line 1,048,576; a database's whole number ends here. */
const LAST_LINE = 2_000_000_000;

/**
 * The rows of a sheet as it is unpacked, the header first; rows without anything in them are left out. A date is its ISO
 * text, whatever the cell shows; a formula is its last result. Throws UnreadableFileError.
 */
export async function* sheetRows(workbook: Workbook, entry: ZipEntry): AsyncGenerator<RawRow[]> {
  const { sharedStrings, isDate, dateSystem } = workbook;
  let rows: RawRow[] = [];
  let line = 0;
  let cells: string[] = [];
  let column = 0;
  let type = "";
  let style = 0;
  let value = "";
  let isInValue = false;
  let isInInline = false;

  const readValue = (): string => {
    switch (type) {
      case "s":
        return sharedStrings[Number(value)] ?? "";
      case "inlineStr":
      case "str":
        return value;
      case "b":
        return value === "1" ? "TRUE" : "FALSE";
      case "d":
        return value.replace(/(?:T00:00:00)?(?:\.0+)?Z?$/, "");
      case "e":
        return value;
      default:
        return (isDate[style] && value !== "" ? serialToText(Number(value), dateSystem) : null) ?? value;
    }
  };

  const handlers = {
    open: (name: string, attributes: Record<string, string>) => {
      if (name === "row") {
        const given = Number(attributes.r);
        line = Number.isInteger(given) && given > 0 && given <= LAST_LINE ? given : line + 1;
        cells = [];
        column = -1;
      } else if (name === "c") {
        column = attributes.r ? columnOf(attributes.r) : column + 1;
        if (column >= MOST_COLUMNS) throw new UnreadableFileError("fileTooManyColumns", line);
        type = attributes.t ?? "n";
        style = attributes.s ? Number(attributes.s) : 0;
        value = "";
      } else if (name === "v") isInValue = true;
      else if (name === "is") isInInline = true;
      else if (name === "t" && isInInline) isInValue = true;
    },
    text: (text: string) => {
      if (isInValue && value.length <= LONGEST_CELL) value += text;
    },
    close: (name: string) => {
      if (name === "v" || name === "t") isInValue = false;
      else if (name === "is") isInInline = false;
      else if (name === "c") {
        if (value !== "") {
          while (cells.length < column) cells.push("");
          cells[column] = readValue();
        }
      } else if (name === "row" && cells.length > 0 && !isBlank(cells)) rows.push({ line, cells });
    },
  };
  const take = () => {
    if (rows.length === 0) return null;
    const cut = rows;
    rows = [];
    return cut;
  };
  yield* readXml(entry, handlers, take);
}

/** The place of a cell like "AB12", from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
