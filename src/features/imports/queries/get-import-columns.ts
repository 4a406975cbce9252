import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { detectDateOrder, readDate } from "../rules/read-moment";
import type { ImportColumns } from "../schema";
import { getImportSource } from "./import-source";

const SAMPLES = 3;
/** A column is taken for dates when at least this share of its cells reads as one. */
const DATES_AT_LEAST = 0.5;

/** What the columns of an uploaded file hold, for choosing what each means. */
export async function getImportColumns(scope: Scope, importId: string): Promise<ImportColumns> {
  const { table } = await withScope(scope, (tx) => getImportSource(tx, scope, importId));
  const columns = table.header.map((_, index) => {
    const values = table.rows.map((row) => row.cells[index] ?? "").filter((value) => value !== "");
    const detected = detectDateOrder(values);
    const dates = detected ? values.filter((value) => readDate(value, detected.order)).length : 0;
    return {
      samples: [...new Set(values)].slice(0, SAMPLES),
      dateOrder: detected && dates >= values.length * DATES_AT_LEAST ? detected : null,
    };
  });
  return {
    header: table.header,
    samples: columns.map((column) => column.samples),
    dateOrders: columns.map((column) => column.dateOrder),
  };
}
