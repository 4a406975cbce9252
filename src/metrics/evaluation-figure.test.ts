import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PublishedFigure } from "./disclosure";
import {
  calculateEvaluationChange,
  calculateGap,
  competencyFigure,
  defaultGapThreshold,
  type EvaluationChange,
  itemFigure,
  itemMean,
  judgeGap,
} from "./evaluation-figure";

/** Points given on a scale of five. */
function given(...points: number[]): PublishedFigure {
  const counts = [1, 2, 3, 4, 5].map((point) => points.filter((other) => other === point).length);
  return { n: points.length, sum: points.reduce((sum, point) => sum + point, 0), counts };
}

const withoutCounts = (figure: PublishedFigure): PublishedFigure => ({ ...figure, counts: null });

describe("an item", () => {
  it("has the mean of its points, and none without an answer", () => {
    expect(itemMean(given(2, 3, 5))).toBeCloseTo(10 / 3, 12);
    expect(itemMean(given())).toBeNull();
  });

  it("has Student's interval, cut at the ends of the scale", () => {
    // 2, 3, 3, 4, 5: mean 3.4, s = √1.3 = 1.1402, t(4) = 2.7764: ± 1.4157.
    const { interval } = itemFigure(given(2, 3, 3, 4, 5));
    expect(interval?.low).toBeCloseTo(1.9843, 3);
    expect(interval?.high).toBeCloseTo(4.8157, 3);
    expect(itemFigure(given(4, 4, 5, 5, 5)).interval?.high).toBe(5);
  });

  it("claims no exact mean where all agree", () => {
    // s = √(1/12) for what rounding to a point hides, t(4) = 2.7764, ÷ √5: ± 0.3584.
    const { interval } = itemFigure(given(4, 4, 4, 4, 4));
    expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeCloseTo(0.7169, 3);
  });

  it("has no interval for one person, or without a published distribution", () => {
    expect(itemFigure(given(4))).toEqual({ value: 4, n: 1, interval: null });
    expect(itemFigure(withoutCounts(given(3, 4, 5)))).toEqual({ value: 4, n: 3, interval: null });
  });
});

describe("a competency", () => {
  it("is the plain mean of its items' means, however many gave a point to each", () => {
    expect(competencyFigure([given(1, 1, 1, 1), given(5)]).value).toBe(3);
    expect(competencyFigure([given(4, 4), given()]).value).toBe(4);
    expect(competencyFigure([])).toEqual({ value: null, n: 0, interval: null });
  });

  it("has the fewest people as its n, and an interval only with all distributions", () => {
    const items = [given(2, 3, 3, 4, 5), given(2, 3, 4)];
    expect(competencyFigure(items)).toMatchObject({ n: 3 });
    expect(competencyFigure(items).interval).not.toBeNull();
    expect(competencyFigure([given(2, 3, 3, 4, 5), withoutCounts(given(2, 3, 4))]).interval).toBeNull();
  });

  const point = fc.integer({ min: 1, max: 5 });

  it("lies within the scale and its own interval", () => {
    fc.assert(
      fc.property(fc.array(fc.array(point, { minLength: 1, maxLength: 9 }), { minLength: 1 }), (items) => {
        const { value, interval } = competencyFigure(items.map((points) => given(...points)));
        expect(value).toBeGreaterThanOrEqual(1);
        expect(value).toBeLessThanOrEqual(5);
        if (!interval) return;
        expect(interval.low).toBeLessThanOrEqual((value ?? 0) + 1e-9);
        expect(interval.high).toBeGreaterThanOrEqual((value ?? 0) - 1e-9);
      }),
    );
  });

  it("has a standard error that is never below the one of each person's own mean", () => {
    const people = fc.array(fc.array(point, { minLength: 3, maxLength: 3 }), { minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(people, (rows) => {
        const items = [0, 1, 2].map((item) => given(...rows.map((row) => row[item] as number)));
        const { value, interval } = competencyFigure(items);
        const own = rows.map((row) => row.reduce((sum, given) => sum + given, 0) / row.length);
        const variance = own.reduce((sum, mean) => sum + (mean - (value ?? 0)) ** 2, 0) / (rows.length - 1);
        const reach = 1.96 * Math.sqrt(variance / rows.length);
        expect(interval?.low).toBeLessThanOrEqual(Math.max(1, (value ?? 0) - reach) + 1e-9);
        expect(interval?.high).toBeGreaterThanOrEqual(Math.min(5, (value ?? 0) + reach) - 1e-9);
      }),
    );
  });
});

describe("a gap", () => {
  it("is over the items both gave points to", () => {
    expect(
      calculateGap([
        { first: given(5), second: given(3, 4) },
        { first: given(4), second: given(2, 2) },
        { first: given(), second: given(1, 1) },
      ]),
    ).toBe(1.75);
    expect(calculateGap([{ first: given(), second: given(3, 3) }])).toBeNull();
    expect(calculateGap([{ first: given(3, 3), second: given() }])).toBeNull();
    expect(calculateGap([])).toBeNull();
  });

  it("turns its sign with the sides", () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(answers, answers), { minLength: 1 }), (pairs) => {
        const sides = pairs.map(([a, b]) => ({ first: given(...a), second: given(...b) }));
        const turned = sides.map(({ first, second }) => ({ first: second, second: first }));
        expect(calculateGap(sides)).toBeCloseTo(-(calculateGap(turned) ?? Number.NaN), 9);
      }),
    );
  });

  it("is judged by a third of the scale's width, which itself is agreement", () => {
    expect(defaultGapThreshold(5)).toBeCloseTo(4 / 3, 12);
    expect(judgeGap(5 - 11 / 3, defaultGapThreshold(5))).toBe("agreement");
    expect(judgeGap(1.4, defaultGapThreshold(5))).toBe("blindSpot");
    expect(judgeGap(-1.4, defaultGapThreshold(5))).toBe("hiddenStrength");
    expect(judgeGap(null, 1)).toBeNull();
  });
});

describe("a change between rounds", () => {
  it("is one only where its interval leaves out 0", () => {
    const before = given(2, 2, 3, 2, 3, 2);
    expect(calculateEvaluationChange([{ first: before, second: given(4, 5, 5, 4, 5, 4) }])).toMatchObject({
      direction: "up",
    });
    expect(calculateEvaluationChange([{ first: before, second: given(3, 2, 3, 2, 3, 3) }])).toMatchObject({
      direction: "none",
    });
  });

  it("has its difference, but no interval and no direction, without distributions", () => {
    expect(
      calculateEvaluationChange([{ first: given(1, 1, 1), second: withoutCounts(given(5, 5, 5)) }]),
    ).toEqual({ difference: 4, interval: null, direction: "none" });
    expect(calculateEvaluationChange([])).toBeNull();
    expect(calculateEvaluationChange([{ first: given(), second: given(4) }])).toBeNull();
  });

  it("has a wider interval the more is compared beside it", () => {
    const pair = [{ first: given(2, 2, 3, 2, 3), second: given(4, 3, 4, 3, 4) }];
    const reachOf = (comparisons: number) => {
      const { interval, difference } = calculateEvaluationChange(pair, comparisons) as EvaluationChange;
      return (interval?.high ?? 0) - difference;
    };
    // Student's t for 4 degrees of freedom: 2.776 at 0.975, 4.604 at 0.995 = 1 − 0.025 / 5 (tables).
    expect(reachOf(5) / reachOf(1)).toBeCloseTo(4.6041 / 2.7764, 3);
  });

  it("is never called one with fewer than five answers", () => {
    const [low, high] = [given(1, 1, 1, 1), given(5, 5, 5, 5)];
    expect(calculateEvaluationChange([{ first: low, second: high }])?.direction).toBe("none");
    // The item with the fewest counts, not the one with the most.
    const [lowOfMany, highOfMany] = [given(1, 1, 1, 2, 1, 1, 2, 1), given(5, 5, 4, 5, 5, 5, 4, 5)];
    const many = { first: lowOfMany, second: highOfMany };
    expect(calculateEvaluationChange([many])?.direction).toBe("up");
    expect(calculateEvaluationChange([many, { first: low, second: high }])?.direction).toBe("none");
  });
});
