import { expect, it } from "vitest";
import { sumScores } from "./audit-figure";
import { rankAuditGroups } from "./audit-ranking";

it("ranks by what is known, marks ties and leaves provisional groups out", () => {
  const ranked = rankAuditGroups([
    { id: "low", sums: sumScores([40, 42, 41, 39, 40, 41]) },
    { id: "two", sums: sumScores([100, 100]) },
    { id: "high", sums: sumScores([91, 92, 91, 90, 91, 91]) },
    { id: "also", sums: sumScores([88, 93, 91, 90, 87, 94]) },
    { id: "none", sums: sumScores([]) },
  ]);
  expect(ranked.map(({ id, rank, tie }) => [id, rank, tie])).toEqual([
    ["high", 1, "A"],
    ["also", 2, "A"],
    ["low", 3, null],
    ["none", null, null],
    ["two", null, null],
  ]);
  for (const { shrunken, figure } of ranked.slice(0, 3)) {
    // Pulled towards the middle.
    expect(Math.abs((shrunken ?? 0) - 70)).toBeLessThan(Math.abs((figure.score ?? 0) - 70));
  }
  expect(rankAuditGroups([])).toEqual([]);
});
