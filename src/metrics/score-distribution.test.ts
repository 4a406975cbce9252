import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDistributionOf, anyDistributions, METRICS } from "./arbitraries.test-support";
import {
  addDistributions,
  countAnswers,
  distributionFromRows,
  distributionFromScores,
  emptyDistribution,
  listScores,
  METRIC_SCALES,
  sumDistributions,
} from "./score-distribution";

describe("building a distribution", () => {
  it("counts each score at its place on the scale", () => {
    expect(distributionFromScores("csat", [1, 5, 5, 3]).counts).toEqual([1, 0, 1, 0, 2]);
    expect(distributionFromScores("nps", [0, 10]).counts).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(emptyDistribution("ces").counts).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("adds up rows of the same score", () => {
    const rows = [
      { score: 7, count: 2 },
      { score: 7, count: 3 },
      { score: 1, count: 0 },
    ];
    expect(distributionFromRows("ces", rows).counts).toEqual([0, 0, 0, 0, 0, 0, 5]);
  });

  it.each([
    ["nps", 11],
    ["nps", -1],
    ["csat", 0],
    ["csat", 6],
    ["ces", 8],
    ["ces", 4.5],
    ["ces", Number.NaN],
  ] as const)("refuses %s score %s: the code of a non-answer must not become an answer", (metric, score) => {
    expect(() => distributionFromScores(metric, [score])).toThrow(RangeError);
  });

  it.each([-1, 0.5, Number.NaN])("refuses a count of %s", (count) => {
    expect(() => distributionFromRows("nps", [{ score: 5, count }])).toThrow(RangeError);
  });

  it("refuses to mix scales", () => {
    expect(() => addDistributions(emptyDistribution("csat"), emptyDistribution("ces"))).toThrow(RangeError);
    expect(() => sumDistributions("csat", [emptyDistribution("nps")])).toThrow(RangeError);
  });
});

describe("distributions add up", () => {
  const triple = fc
    .constantFrom(...METRICS)
    .chain((metric) =>
      fc.tuple(anyDistributionOf(metric), anyDistributionOf(metric), anyDistributionOf(metric)),
    );

  it("whichever way they are grouped and ordered", () => {
    fc.assert(
      fc.property(triple, ([a, b, c]) => {
        expect(addDistributions(a, b)).toEqual(addDistributions(b, a));
        expect(addDistributions(addDistributions(a, b), c)).toEqual(
          addDistributions(a, addDistributions(b, c)),
        );
        expect(addDistributions(a, emptyDistribution(a.metric))).toEqual(a);
      }),
    );
  });

  it("so that the sum of slices is the whole", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...METRICS).chain((metric) => {
          const { min, max } = METRIC_SCALES[metric];
          const answer = fc.record({
            score: fc.integer({ min, max }),
            slice: fc.constantFrom("a", "b", "c"),
          });
          return fc.tuple(fc.constant(metric), fc.array(answer));
        }),
        ([metric, answers]) => {
          const slices = ["a", "b", "c"].map((slice) =>
            distributionFromScores(
              metric,
              answers.filter((answer) => answer.slice === slice).map(({ score }) => score),
            ),
          );
          const whole = distributionFromScores(
            metric,
            answers.map(({ score }) => score),
          );
          expect(sumDistributions(metric, slices)).toEqual(whole);
          expect(countAnswers(whole)).toBe(answers.length);
        },
      ),
    );
  });

  it("with n the sum of the n's, and rows that give the distribution back", () => {
    fc.assert(
      fc.property(anyDistributions(), ([metric, list]) => {
        const sum = sumDistributions(metric, list);
        expect(countAnswers(sum)).toBe(list.reduce((total, each) => total + countAnswers(each), 0));
        expect(distributionFromRows(metric, listScores(sum))).toEqual(sum);
      }),
    );
  });
});
