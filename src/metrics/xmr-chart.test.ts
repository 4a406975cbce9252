import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectNumbers } from "./arbitraries.test-support";
import { xmrChart } from "./xmr-chart";

const EIGHT = [5, 6, 5, 6, 5, 6, 5, 6];

describe("XmR chart", () => {
  it("has x̄ ± 3·MR̄/1.128", () => {
    const chart = xmrChart(EIGHT);
    expect(chart.centre).toBe(5.5);
    expect(chart.averageMovingRange).toBe(1);
    expect(chart.upper).toBeCloseTo(5.5 + 3 / 1.128, 12);
    expect(chart.lower).toBeCloseTo(5.5 - 3 / 1.128, 12);
  });

  it("has no limits below eight values, however many gaps there are", () => {
    const chart = xmrChart([5, null, 6, 5, null, 6, 5, 6, 5, null]);
    expect(chart).toMatchObject({ lower: null, upper: null });
    expect(chart.points).toHaveLength(10);
    expect(chart.points.every(({ signal }) => signal === null)).toBe(true);
  });

  it("is empty without values", () => {
    expect(xmrChart([])).toMatchObject({ centre: null, lower: null, upper: null, points: [] });
    expect(xmrChart([null, null])).toMatchObject({ centre: null, averageMovingRange: null });
    expect(xmrChart([3])).toMatchObject({ centre: 3, averageMovingRange: null, movingRangeUpper: null });
  });

  it("has no limits around values that never differ, even by a rounding of the machine", () => {
    const chart = xmrChart([...new Array(10).fill(0.1 + 0.2), 0.3, 0.3]);
    expect(chart).toMatchObject({ lower: null, upper: null });
    expect(chart.points.every(({ signal }) => signal === null)).toBe(true);
  });

  it("signals a value beyond the limits of an earlier baseline", () => {
    const chart = xmrChart([...EIGHT, 5, 9, 1], { baseline: 8 });
    expect(chart.points.map(({ signal }) => signal?.side ?? null).slice(8)).toEqual([null, "above", "below"]);
    expect(chart.points[9]?.signal?.rule).toBe("beyond-limits");
  });

  it("cuts the limits at the ends of the scale", () => {
    expect(xmrChart(EIGHT, { scale: { low: 4, high: 7 } })).toMatchObject({ lower: 4, upper: 7 });
  });

  it("is never NaN and contains its centre", () => {
    const value = fc.oneof(fc.constant(null), fc.double({ min: -100, max: 100, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 40 }),
        fc.option(fc.nat(40), { nil: undefined }),
        (values, baseline) => {
          const chart = xmrChart(values, { baseline });
          for (const number of collectNumbers(chart)) expect(number).toSatisfy(Number.isFinite);
          if (chart.lower === null || chart.upper === null || chart.centre === null) return;
          expect(chart.lower).toBeLessThanOrEqual(chart.centre);
          expect(chart.upper).toBeGreaterThanOrEqual(chart.centre);
        },
      ),
    );
  });
});
