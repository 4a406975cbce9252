import { describe, expect, it } from "vitest";
import { rankGroups } from "@/metrics/ranking";
import { distributionFromScores } from "@/metrics/score-distribution";
import type { RankedRow } from "./groups";
import { sortGroups } from "./sort-groups";

/** Names with ä sort after z in Finnish (and before b in English). */
const answers: [name: string, position: number, scores: number[]][] = [
  ["Äijälä", 0, Array(40).fill(10).concat(Array(20).fill(5))],
  ["Zacharias", 1, Array(30).fill(10)],
  ["Anna", 2, [10, 10, 10]],
  ["Bertta", 3, Array(50).fill(0)],
  ["Cecilia", 4, []],
];
const ranked = rankGroups(
  answers.map(([name, , scores]) => ({ id: name, distribution: distributionFromScores("nps", scores) })),
  { minimumN: 5 },
);
const rows = ranked.map(
  (group): RankedRow => ({
    ...group,
    name: group.id,
    position: answers.findIndex(([name]) => name === group.id),
  }),
);
const sorted = (
  ...[sort, order, locale = "fi"]: [Parameters<typeof sortGroups>[1], "name" | "position", string?]
) => sortGroups(rows, sort, order, locale).map((row) => row.name);

describe("sortGroups", () => {
  it("goes by name in the reader's alphabet", () => {
    expect(sorted("default", "name")).toEqual(["Anna", "Bertta", "Cecilia", "Zacharias", "Äijälä"]);
    expect(sorted("name", "position", "en")).toEqual(["Äijälä", "Anna", "Bertta", "Cecilia", "Zacharias"]);
    expect(sorted("-name", "position")).toEqual(["Äijälä", "Zacharias", "Cecilia", "Bertta", "Anna"]);
  });

  it("keeps the organization's own order by default where it has one", () => {
    expect(sorted("default", "position")).toEqual(["Äijälä", "Zacharias", "Anna", "Bertta", "Cecilia"]);
  });

  it("sorts by shrunken score, and too few answers stay last whichever way", () => {
    expect(sorted("-score", "name")).toEqual(["Zacharias", "Äijälä", "Bertta", "Anna", "Cecilia"]);
    expect(sorted("score", "name")).toEqual(["Bertta", "Äijälä", "Zacharias", "Anna", "Cecilia"]);
  });

  it("sorts by number of answers and by certainty", () => {
    expect(sorted("-n", "name")).toEqual(["Äijälä", "Bertta", "Zacharias", "Anna", "Cecilia"]);
    expect(sorted("n", "name")).toEqual(["Cecilia", "Anna", "Zacharias", "Bertta", "Äijälä"]);
    expect(sorted("certainty", "name").at(-1)).toBe("Cecilia");
    expect(sorted("certainty", "name")[0]).toBe("Bertta");
  });
});
