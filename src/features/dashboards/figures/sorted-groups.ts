import "server-only";
import { filterOptions } from "@/ui/combobox-options";
import type { Dashboard } from "../dashboard";
import type { Texts } from "../make-texts";
import type { Dimension, TableSort } from "../schema";
import {
  canExcerpt,
  completeGroupRows,
  type GroupRanking,
  type GroupRow,
  hasMix,
  rankGroupRows,
} from "./groups";
import { type DefaultOrder, sortGroups } from "./sort-groups";

const DEFAULT_ORDERS: Record<Dimension, DefaultOrder> = {
  touchpoint: "position",
  location: "position",
  employee: "name",
  channel: "position",
  encounterType: "name",
  segment: "name",
};

/** Rows of a table on one page. */
export const ROWS_PER_PAGE = 50;

/** What of a table is shown: everything unless said otherwise. */
export type TableView = {
  sort?: TableSort;
  /** Only the first rows. */
  limit?: number;
  /** Only this page of ROWS_PER_PAGE rows, counted from 1; beyond the last one the last. */
  page?: number;
  /** Only rows in whose name these words occur; ranks and ties stay those among all. */
  query?: string;
};

/** The rows that are shown. */
export type GroupTable = Omit<GroupRanking, "rows"> & {
  rows: GroupRow[];
  hasMix: boolean;
  /** Rows in all, and those among them that the search found. */
  total: number;
  found: number;
  page: number;
};

/** A table's rows as a page shows them: ranked among all, sorted, and only those in view completed. */
export async function getSortedGroupTable(
  dashboard: Dashboard,
  dimension: Dimension,
  texts: Texts,
  { sort = dashboard.parameters.sort, limit, page, query = "" }: TableView = {},
): Promise<GroupTable> {
  const isExcerpt = limit !== undefined && canExcerpt(dashboard, dimension);
  const nameOf = (named: Dashboard, value: string) => texts.nameOf(named, dimension, value);
  const { rows, ...ranking } = await rankGroupRows(dashboard, dimension, nameOf, isExcerpt);
  const sorted = sortGroups(rows, sort, DEFAULT_ORDERS[dimension], texts.locale);
  const found = findByName(sorted, query);
  const lastPage = Math.max(1, Math.ceil(found.length / ROWS_PER_PAGE));
  const shownPage = Math.min(page ?? 1, lastPage);
  const start = (shownPage - 1) * ROWS_PER_PAGE;
  const shown = page === undefined ? found.slice(0, limit) : found.slice(start, start + ROWS_PER_PAGE);
  return {
    ...ranking,
    rows: await completeGroupRows(ranking.dashboard, dimension, shown, isExcerpt),
    hasMix: hasMix(dashboard, dimension),
    total: rows.length,
    found: found.length,
    page: shownPage,
  };
}

/** In the order of the rows; letters without case and accents, as in every search by name. */
function findByName<Row extends { id: string; name: string }>(rows: readonly Row[], query: string): Row[] {
  if (query === "") return [...rows];
  const options = rows.map(({ id, name }) => ({ value: id, label: name }));
  const ids = new Set(filterOptions(options, query).map(({ value }) => value));
  return rows.filter(({ id }) => ids.has(id));
}
