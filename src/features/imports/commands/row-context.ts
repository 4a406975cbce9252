import "server-only";
import type { Table, TableRow } from "../rules/parse-table";
import type { ImportMapping, RowOutcome } from "../schema";

/** What every row of one import is read with. */
export type RowContext = {
  importId: string;
  mapping: ImportMapping;
  /** The organization's language, for customers whose language the file does not tell. */
  language: string;
};

/** Gives the text of a target field in a row: "" for an empty cell or a field without a column. */
export function cellReader(mapping: ImportMapping, row: TableRow): (field: string) => string {
  return (field) => {
    const index = mapping.columns[field];
    return index === undefined ? "" : (row.cells[index] ?? "");
  };
}

/** What a row says, by target field, for showing it before anything is looked up. */
export function showCells(mapping: ImportMapping, row: TableRow): Record<string, string> {
  const cell = cellReader(mapping, row);
  return Object.fromEntries(Object.keys(mapping.columns).map((field) => [field, cell(field)]));
}

/** Rows that reach further than the header: usually a delimiter inside an unquoted cell, which shifts all that follow. */
export function rejectOverlongRow(table: Table, mapping: ImportMapping, row: TableRow): RowOutcome | null {
  const extra = row.cells.slice(table.header.length).filter((cell) => cell !== "");
  if (extra.length === 0) return null;
  return {
    line: row.line,
    status: "rejected",
    rejections: [{ field: "", value: extra.join(" "), reason: "tooManyCells" }],
    shown: showCells(mapping, row),
  };
}
