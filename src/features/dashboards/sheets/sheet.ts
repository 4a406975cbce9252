import type { FigureUnit } from "@/metrics/figure";
import { formatDifference, formatPlain, formatValue, NO_FIGURE } from "@/metrics/format";
import type { ChartTable } from "@/ui/charts/chart-frame";
import { formatDay } from "../format-day";

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

export const text = (content: string | null): SheetCell => ({ kind: "text", text: content ?? "" });
/** A calendar day, ISO. */
export const day = (isoDay: string): SheetCell => ({ kind: "day", day: isoDay });
export const count = (number: number | null): SheetCell => ({ kind: "count", count: number });
export const value = (number: number | null, unit: FigureUnit): SheetCell => ({
  kind: "value",
  value: number,
  unit,
});
export const difference = (number: number | null, unit: FigureUnit): SheetCell => ({
  kind: "difference",
  value: number,
  unit,
});

/** For the "show as table" of a chart, with the digits of screens. */
export function toChartTable(sheet: Sheet, locale: string): ChartTable {
  return {
    columns: sheet.columns.map((column, index) => ({
      label: column.label,
      align: sheet.rows.some((row) => row[index]?.kind === "text") ? ("start" as const) : ("end" as const),
    })),
    rows: sheet.rows.map((row) => row.map((cell) => writeForScreen(cell, locale))),
  };
}

function writeForScreen(cell: SheetCell, locale: string): string {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "day":
      return formatDay(cell.day, locale);
    case "count":
      return cell.count === null ? NO_FIGURE : new Intl.NumberFormat(locale).format(cell.count);
    case "value":
      return formatValue(cell.value, cell.unit, locale);
    case "difference":
      return formatDifference(cell.value, cell.unit, locale);
  }
}

/**
 * CSV by RFC 4180: commas, quotes where needed, CRLF, UTF-8 with a byte order mark (without it Excel takes ä for Ã¤).
 * Numbers are for machines: exact digits, a decimal point, shares in per cent. A missing figure is an empty field.
 */
export function writeCsv(sheet: Sheet): string {
  const header = sheet.columns.map(({ label, unit }) =>
    quote(guardFormula(unit === "share" ? `${label} (%)` : label)),
  );
  const rows = sheet.rows.map((row) => row.map(writeForExport));
  return `\uFEFF${[header, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("")}`;
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
