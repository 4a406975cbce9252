import type { FigureUnit } from "@/metrics/figure";
import { formatPlain } from "@/metrics/format";

/** A cell that knows what it is, so that a screen and an export can each write it in their own way. */
export type SheetCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "count"; readonly count: number | null }
  | { readonly kind: "value" | "difference"; readonly value: number | null; readonly unit: FigureUnit };

export type SheetColumn = {
  readonly label: string;
  /** The unit of the column's values; an export writes "(%)" behind the label of shares. */
  readonly unit?: FigureUnit;
};

/** The data of one table or chart: what the screen shows as a table and what its CSV export holds. */
export type Sheet = {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
};

/** A text; null is an empty one. */
export const text = (content: string | null): SheetCell => ({ kind: "text", text: content ?? "" });
/** A calendar day, ISO. */
export const day = (isoDay: string): SheetCell => ({ kind: "day", day: isoDay });
/** A whole number of things; null where it is not known. */
export const count = (number: number | null): SheetCell => ({ kind: "count", count: number });
/** A figure in the scale of its unit, a share 0…1; null where there is none. */
export const value = (number: number | null, unit: FigureUnit): SheetCell => ({
  kind: "value",
  value: number,
  unit,
});
/** A difference of two figures, of shares −1…1; null where there is none. */
export const difference = (number: number | null, unit: FigureUnit): SheetCell => ({
  kind: "difference",
  value: number,
  unit,
});

/**
 * CSV by RFC 4180: commas, quotes where needed, CRLF, UTF-8 with a byte order mark (without it Excel takes ä for Ã¤).
 * Numbers are for machines: exact digits, a decimal point, shares in per cent. A missing figure is an empty field.
 */
export function writeCsv({ columns, rows }: Sheet): string {
  return writeCsvHeader(columns) + writeCsvRows(rows);
}

/** The beginning of a file whose rows come bit by bit: the byte order mark and the columns. */
export function writeCsvHeader(columns: readonly SheetColumn[]): string {
  const labels = columns.map(({ label, unit }) =>
    quote(guardFormula(unit === "share" ? `${label} (%)` : label)),
  );
  return `\uFEFF${labels.join(",")}\r\n`;
}

/** Rows to go on with; no row gives "". */
export function writeCsvRows(rows: Sheet["rows"]): string {
  return rows.map((row) => `${row.map(writeForExport).join(",")}\r\n`).join("");
}

function writeForExport(cell: SheetCell): string {
  switch (cell.kind) {
    case "text":
      return quote(guardFormula(cell.text));
    case "day":
      return cell.day;
    case "count":
      return cell.count === null ? "" : String(cell.count);
    default:
      return formatPlain(cell.value, cell.unit);
  }
}

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV Injection). Numbers written here
 * are no texts, so a negative figure stays a number.
 */
function guardFormula(content: string): string {
  return /^[\s]*[=+\-@\t\r]/.test(content) ? `'${content}` : content;
}

function quote(content: string): string {
  return /[",\r\n]/.test(content) ? `"${content.replaceAll('"', '""')}"` : content;
}
