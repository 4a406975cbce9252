import type { ImportMapping } from "../schema";
import type { Table } from "./parse-table";

/** The file's own name of the column a target field is read from; the field's key where it has none; "" for the row. */
export function columnLabel(
  source: { mapping: ImportMapping; table: Pick<Table, "header"> },
  field: string,
): string {
  const index = source.mapping.columns[field];
  return index === undefined ? field : (source.table.header[index] ?? field);
}
