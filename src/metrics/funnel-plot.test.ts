import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDistributions, collectNumbers } from "./arbitraries.test-support";
import { FUNNEL_LIMITS, makeFunnelPlot } from "./funnel-plot";
import {
  distributionFromRows,
  emptyDistribution,
  type ScoreDistribution,
  sumDistributions,
} from "./score-distribution";

const nps = (detractors: number, passives: number, promoters: number) =>
  distributionFromRows("nps", [
    { score: 0, count: detractors },
    { score: 8, count: passives },
    { score: 9, count: promoters },
  ]);
const csat = (satisfied: number, others: number) =>
  distributionFromRows("csat", [
    { score: 5, count: satisfied },
    { score: 2, count: others },
  ]);
const group = (distribution: ScoreDistribution) => [{ id: "one", distribution }];
const all = nps(2000, 3000, 5000);

describe("funnel plot", () => {
  it("draws 95 % and 99.8 % limits of the normal curve", () => {
    // R: pnorm(1.96) - pnorm(-1.96) = 0.9500042; pnorm(3.09) - pnorm(-3.09) = 0.9979985.
    expect(FUNNEL_LIMITS).toEqual({ inner: 1.96, outer: 3.09 });
    // 20 % detractors, 50 % promoters: NPS 30, variance 0.7 − 0.3² = 0.61 (Rocks 2016), SE at 400 answers 3.905.
    const [point] = makeFunnelPlot(group(nps(100, 120, 180)), all, 5)?.points ?? [];
    expect(point?.inner.low).toBeCloseTo(30 - 1.96 * 3.9051, 3);
    expect(point?.inner.high).toBeCloseTo(30 + 1.96 * 3.9051, 3);
    expect(point?.outer.low).toBeCloseTo(30 - 3.09 * 3.9051, 3);
    expect(point?.outer.high).toBeCloseTo(30 + 3.09 * 3.9051, 3);
  });

  it.each([
    [100, 180, "between", "below"], // NPS 20 at 400 answers: limits 22.3 and 17.9.
    [110, 170, "outside", "below"], // 15
    [90, 190, "inside", null], // 25
    [60, 200, "inside", null], // 35
    [60, 212, "between", "above"], // 38: 37.7 and 42.1
    [40, 220, "outside", "above"], // 45
  ])(
    "tells what chance explains: %i detractors and %i promoters of 400",
    (detractors, promoters, zone, side) => {
      const distribution = nps(detractors, 400 - detractors - promoters, promoters);
      expect(makeFunnelPlot(group(distribution), all, 5)?.points[0]).toMatchObject({ zone, side });
    },
  );

  it("uses the exact binomial for shares: nobody with five answers is outside a high share for one unhappy customer", () => {
    const everybody = csat(9500, 500);
    expect(makeFunnelPlot(group(csat(4, 1)), everybody, 5)?.points[0]?.zone).toBe("inside");
    // P(≤ 2 of 5 | 0.95) = 0.0012 (R: pbinom(2, 5, 0.95)), just beyond one in a thousand; ≤ 1 of 5 is 0.00003.
    expect(makeFunnelPlot(group(csat(1, 4)), everybody, 5)?.points[0]?.zone).toBe("outside");
  });

  it("is for those with enough answers, in the order given", () => {
    const groups = [
      { id: "b", distribution: nps(1, 1, 8) },
      { id: "few", distribution: nps(0, 0, 4) },
      { id: "a", distribution: nps(2, 3, 45) },
    ];
    const plot = makeFunnelPlot(groups, all, 5);
    expect(plot?.points.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(plot?.limits[0]?.n).toBe(10);
    expect(plot?.limits.at(-1)?.n).toBe(50);
    // All with the same number of answers: a little more to both sides, so that there is something to draw.
    const alike = makeFunnelPlot([{ id: "a", distribution: nps(1, 1, 8) }], all, 5)?.limits;
    expect([alike?.[0]?.n, alike?.at(-1)?.n]).toEqual([8, 13]);
    expect(makeFunnelPlot(groups, emptyDistribution("nps"), 5)).toBeNull();
    expect(makeFunnelPlot([], all, 5)).toMatchObject({ points: [], limits: [], overdispersion: 1 });
  });

  it("widens the limits when groups differ more than chance makes them", () => {
    const differing = Array.from({ length: 20 }, (_, index) => ({
      id: `${index}`,
      distribution: index % 2 ? nps(140, 120, 140) : nps(20, 120, 260),
    }));
    const plot = makeFunnelPlot(differing, all, 5);
    // 0 and 60 lie 30 points from 30, 7.68 standard errors: φ = 7.68².
    expect(plot?.overdispersion).toBeCloseTo(59.02, 1);
    expect(plot?.points.every(({ zone }) => zone === "inside")).toBe(true);
    expect(makeFunnelPlot(differing.slice(0, 9), all, 5)?.overdispersion).toBe(1);
  });

  it("limits always hold the target, the outer ones the inner ones, at whatever n; never NaN", () => {
    fc.assert(
      fc.property(anyDistributions({ minLength: 1 }), ([metric, distributions]) => {
        const groups = distributions.map((distribution, index) => ({ id: `${index}`, distribution }));
        const plot = makeFunnelPlot(groups, sumDistributions(metric, distributions), 1);
        if (!plot) return;
        for (const number of collectNumbers(plot)) expect(number).toSatisfy(Number.isFinite);
        const target = plot.target.value ?? Number.NaN;
        for (const { inner, outer } of [...plot.limits, ...plot.points]) {
          expect(inner.low).toBeLessThanOrEqual(target + 1e-9);
          expect(inner.high).toBeGreaterThanOrEqual(target - 1e-9);
          expect(outer.low).toBeLessThanOrEqual(inner.low + 1e-9);
          expect(outer.high).toBeGreaterThanOrEqual(inner.high - 1e-9);
        }
      }),
    );
  });
});
