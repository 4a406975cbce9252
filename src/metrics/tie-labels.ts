import { type Interval, intervalsOverlap } from "./interval";

export type LabelledInterval = { readonly id: string; readonly interval: Interval };

/**
 * Compact letter display (Piepho 2004, An algorithm for a letter-based representation of all-pairwise comparisons): two
 * groups share a letter exactly when their intervals overlap. A is the best-placed set. Overlap is not transitive, so a
 * group may carry several letters ("AB" overlaps both with A and with B, which differ). No letter ("") when it overlaps with nobody.
 * The 27th letter is A1. Order of the input does not matter.
 */
export function labelTies(groups: readonly LabelledInterval[]): Map<string, string> {
  const labels = new Map(groups.map(({ id }) => [id, ""]));
  findOverlappingSets(groups).forEach((set, index) => {
    for (const id of set) labels.set(id, `${labels.get(id) ?? ""}${letterOf(index)}`);
  });
  return labels;
}

/**
 * The maximal sets of two or more intervals that all share a value, highest first. On a line each shared value can be moved
 * down to some interval's lower end; the set there is maximal unless all of it reaches the next lower end above too.
 */
function findOverlappingSets(groups: readonly LabelledInterval[]): string[][] {
  const lowerEnds = [...new Set(groups.map(({ interval }) => interval.low))].sort((a, b) => b - a);
  return lowerEnds.flatMap((end, index) => {
    const set = groups.filter(({ interval }) => intervalsOverlap(interval, { low: end, high: end }));
    const endAbove = lowerEnds[index - 1] ?? Number.POSITIVE_INFINITY;
    const isMaximal = index === 0 || set.some(({ interval }) => interval.high < endAbove);
    return set.length >= 2 && isMaximal ? [set.map(({ id }) => id)] : [];
  });
}

function letterOf(index: number): string {
  const letter = String.fromCharCode("A".charCodeAt(0) + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`;
}
