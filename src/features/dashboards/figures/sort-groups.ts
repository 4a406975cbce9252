import { sortMostCertainFirst } from "@/metrics/ranking";
import type { TableSort } from "../schema";
import type { RankedRow } from "./groups";

/** Table orders that make sense without asking for one: by name, or as the organization orders them itself. */
export type DefaultOrder = "name" | "position" | "certainty";

/**
 * Rows in the chosen order. By score means by the shrunken estimate, and groups with too few answers, which have no rank,
 * stay last whichever way it is turned.
 */
export function sortGroups<Row extends RankedRow>(
  rows: readonly Row[],
  sort: TableSort,
  defaultOrder: DefaultOrder,
  locale: string,
): Row[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const byName = [...rows].sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  switch (sort === "default" ? defaultOrder : sort) {
    case "position":
      return byName.sort((a, b) => a.position - b.position);
    case "-name":
      return byName.reverse();
    case "certainty":
      return sortMostCertainFirst(byName);
    case "-certainty":
      return sortMostCertainFirst(byName).reverse();
    case "n":
      return byName.sort((a, b) => a.figure.n - b.figure.n);
    case "-n":
      return byName.sort((a, b) => b.figure.n - a.figure.n);
    case "-score":
      return byName.sort((a, b) => compareRanks(a, b, 1));
    case "score":
      return byName.sort((a, b) => compareRanks(a, b, -1));
    default:
      return byName;
  }
}

function compareRanks(a: RankedRow, b: RankedRow, direction: 1 | -1): number {
  if (a.rank === null || b.rank === null) return Number(a.rank === null) - Number(b.rank === null);
  return (a.rank - b.rank) * direction;
}
