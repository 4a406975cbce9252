import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intervalsOverlap } from "./interval";
import { labelTies } from "./tie-labels";

const label = (...ends: [number, number][]) => [
  ...labelTies(ends.map(([low, high], index) => ({ id: `${index}`, interval: { low, high } }))).values(),
];

/** The places of a label's letters in the alphabet that goes on after Z with A1; "A–D" stands for four. */
function readLetters(text: string): number[] {
  const places = (text.match(/[A-Z]\d*/g) ?? []).map(
    (letter) => letter.charCodeAt(0) - 65 + 26 * Number(letter.slice(1) || 0),
  );
  const [first = 0, last = 0] = places;
  return text.includes("–") ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : places;
}

describe("tie labels", () => {
  it("give A to the best-placed set and both letters to whom overlaps with two that differ", () => {
    expect(label([60, 80], [40, 65], [30, 45])).toEqual(["A", "AB", "B"]);
  });

  it("give no letter to a group that overlaps with nobody", () => {
    expect(label([60, 80], [10, 20], [15, 30])).toEqual(["", "A", "A"]);
    expect(label([1, 2])).toEqual([""]);
    expect(label()).toEqual([]);
  });

  it("spend one letter on groups that all overlap, wherever they begin", () => {
    expect(label([1, 10], [2, 10], [3, 10])).toEqual(["A", "A", "A"]);
  });

  it("count touching ends as overlapping", () => {
    expect(label([1, 2], [2, 3])).toEqual(["A", "A"]);
  });

  it("tie an unknown interval with everybody", () => {
    expect(label([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY], [5, 6], [1, 2])).toEqual([
      "AB",
      "A",
      "B",
    ]);
  });

  it("go on after Z with A1", () => {
    const pairs = Array.from({ length: 27 }, (_, index): [number, number][] => [
      [-10 * index, -10 * index + 1],
      [-10 * index, -10 * index + 1],
    ]);
    expect(label(...pairs.flat()).at(-1)).toBe("A1");
    expect(label(...pairs.flat())[50]).toBe("Z");
  });

  it("write more than three letters as a span", () => {
    const pairs = Array.from({ length: 5 }, (_, index): [number, number][] => [
      [-10 * index, -10 * index + 1],
      [-10 * index, -10 * index + 1],
    ]).flat();
    expect(label([-40, 1], [-30, 1], [-20, 1], ...pairs).slice(0, 3)).toEqual(["A–E", "A–D", "ABC"]);
  });

  it("label thousands of groups at once", () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({
      id: `${index}`,
      interval: { low: index, high: index + 500 },
    }));
    const labels = labelTies(many);
    expect(readLetters(labels.get("4999") ?? "")[0]).toBe(0);
    expect(labels.get("4000")).toMatch(/^[A-Z]\d+–[A-Z]\d+$/);
  });

  it("are shared exactly by those whose intervals overlap", () => {
    const interval = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 12 }))
      .map(([low, width]) => ({ low, high: low + width }));
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 15 }), (intervals) => {
        const labels = labelTies(intervals.map((each, index) => ({ id: `${index}`, interval: each })));
        const lettersOf = (index: number): number[] => readLetters(labels.get(`${index}`) ?? "");
        intervals.forEach((a, i) => {
          intervals.forEach((b, j) => {
            if (i === j) return;
            const share = lettersOf(i).some((letter) => lettersOf(j).includes(letter));
            expect(share).toBe(intervalsOverlap(a, b));
          });
        });
      }),
      { numRuns: 300 },
    );
  });
});
