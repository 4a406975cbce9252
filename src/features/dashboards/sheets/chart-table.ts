import { formatDifference, formatValue, NO_FIGURE } from "@/metrics/format";
import type { Sheet, SheetCell } from "@/server/sheet";
import type { ChartTable } from "@/ui/charts/chart-frame";
import { formatDay } from "../format-day";

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
