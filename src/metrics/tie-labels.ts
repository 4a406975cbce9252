import type { Interval } from "./interval";

export type LabelledInterval = { readonly id: string; readonly interval: Interval };

/** More letters than this in a row are written as a span: "A–F" instead of "ABCDEF". */
const MOST_LETTERS = 3;

/**
 * Compact letter display (Piepho 2004, An algorithm for a letter-based representation of all-pairwise comparisons): two
 * groups share a letter exactly when their intervals overlap. A is the best-placed set. Overlap is not transitive, so a
 * group may carry several letters ("AB" overlaps both with A and with B, which differ); they always follow each other, and
 * more than three are written as a span ("A–F"). No letter ("") when it overlaps with nobody.
 * The 27th letter is A1. Order of the input does not matter.
 */
export function labelTies(groups: readonly LabelledInterval[]): Map<string, string> {
  const places = findPlacesOfSets(groups);
  return new Map(
    groups.map(({ id, interval }) => {
      // From high to low: the sets whose shared value lies in the interval are those between two places of the list.
      const first = countWhile(places, (place) => place > interval.high);
      const last = countWhile(places, (place) => place >= interval.low) - 1;
      return [id, writeSpan(first, last)];
    }),
  );
}

/**
 * A value shared by each maximal set of two or more intervals that have one in common, highest first. On a line each shared
 * value can be moved down to some interval's lower end; the set there is maximal unless all of it reaches the next lower
 * end above too. Sets are only counted, never listed: thousands of groups would make millions of pairs.
 */
function findPlacesOfSets(groups: readonly LabelledInterval[]): number[] {
  const lows = groups.map(({ interval }) => interval.low).sort((a, b) => a - b);
  const highs = groups.map(({ interval }) => interval.high).sort((a, b) => a - b);
  const endingBelow = (value: number) => countWhile(highs, (high) => high < value);
  const lowerEnds = [...new Set(lows)].reverse();
  return lowerEnds.filter((end, index) => {
    const size = countWhile(lows, (low) => low <= end) - endingBelow(end);
    const endAbove = lowerEnds[index - 1];
    const isMaximal = endAbove === undefined || endingBelow(endAbove) > endingBelow(end);
    return size >= 2 && isMaximal;
  });
}

/** How many values from the start hold; a value that does not is followed by none that does. */
function countWhile(values: readonly number[], holds: (value: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(values[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function writeSpan(first: number, last: number): string {
  if (last - first >= MOST_LETTERS) return `${letterOf(first)}–${letterOf(last)}`;
  let label = "";
  for (let index = first; index <= last; index++) label += letterOf(index);
  return label;
}

function letterOf(index: number): string {
  const letter = String.fromCharCode("A".charCodeAt(0) + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`;
}
