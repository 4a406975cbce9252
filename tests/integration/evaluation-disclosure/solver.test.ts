import { describe, expect, it } from "vitest";
import { determineSum, findCertain, findExposed, listAtoms } from "./solver";

const total = { members: [0, 1, 2, 3, 4], sum: 17 };
const shown = { members: [0, 1, 2], sum: 9 };

describe("the solver finds", () => {
  it("what a total and one of its parts tell of the other", () => {
    expect(determineSum([total, shown], 5, [3, 4])).toBe(8);
    expect(findExposed([total, shown], 5, 3)).toEqual([[3, 4]]);
  });

  it("one person between two releases", () => {
    const later = { members: [0, 1, 2, 5], sum: 14 };
    expect(determineSum([shown, later], 6, [5])).toBe(5);
    expect(findExposed([shown, later], 6, 3)).toEqual([[5]]);
  });

  it("what only several overlapping sums tell together", () => {
    const overlapping = [
      { members: [0, 1], sum: 3 },
      { members: [1, 2], sum: 5 },
      { members: [0, 2], sum: 4 },
    ];
    expect(determineSum(overlapping, 3, [0])).toBe(1);
    expect(findExposed(overlapping, 3, 2)).toEqual([[0], [1], [2]]);
  });

  it("nothing in parts that are disjoint and large enough", () => {
    const rest = { members: [3, 4, 5], sum: 8 };
    expect(findExposed([shown, rest, { members: [0, 1, 2, 3, 4, 5], sum: 17 }], 6, 3)).toEqual([]);
    expect(determineSum([shown, rest], 6, [3])).toBeNull();
    expect(listAtoms([shown, rest], 7)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  it("people who must all have given the same, and nobody else", () => {
    const everybody = [{ members: [0, 1, 2], sum: 3 }];
    expect(findCertain(everybody, [], 3, 3, 2)).toEqual([[0], [1], [2]]);
    expect(findCertain([{ members: [0, 1, 2], sum: 4 }], [], 3, 3, 3)).toEqual([]);
    expect(findCertain([], [{ members: [0, 1, 2], counts: [0, 3, 0] }], 3, 3, 2)).toHaveLength(3);
  });
});
