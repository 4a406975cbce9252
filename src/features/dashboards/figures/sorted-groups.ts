import "server-only";
import type { Dashboard } from "../dashboard";
import type { Texts } from "../make-texts";
import type { Dimension, TableSort } from "../schema";
import { type GroupTable, getGroupTable } from "./groups";
import { type DefaultOrder, sortGroups } from "./sort-groups";

const DEFAULT_ORDERS: Record<Dimension, DefaultOrder> = {
  touchpoint: "position",
  location: "position",
  employee: "name",
  channel: "position",
  encounterType: "name",
  segment: "name",
};

/** Rows that are shown, and how many there are in all. */
export type SortedGroupTable = GroupTable & { total: number };

/** A table's rows as the page shows them: sorted, and only the first `limit` where a page shows no more. */
export async function getSortedGroupTable(
  dashboard: Dashboard,
  dimension: Dimension,
  texts: Texts,
  { sort = dashboard.parameters.sort, limit }: { sort?: TableSort; limit?: number } = {},
): Promise<SortedGroupTable> {
  const table = await getGroupTable(dashboard, dimension, (value) =>
    texts.nameOf(dashboard, dimension, value),
  );
  const rows = sortGroups(table.rows, sort, DEFAULT_ORDERS[dimension], texts.locale);
  return { ...table, rows: rows.slice(0, limit), total: rows.length };
}
