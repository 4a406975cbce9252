import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anyDistribution,
  anyDistributionOf,
  collectNumbers,
  METRICS,
  scaleDistribution,
} from "./arbitraries.test-support";
import { calculateFigure, calculateSecondFigure, type Figure } from "./figure";
import { distributionFromScores, emptyDistribution, METRIC_SCALES } from "./score-distribution";

const SCALES: Partial<Record<Figure["key"], [number, number]>> = {
  nps: [-100, 100],
  csat: [0, 1],
  csatMean: [1, 5],
  ces: [1, 7],
  cesEasy: [0, 1],
};

function figuresOf(distribution: Parameters<typeof calculateFigure>[0]): Figure[] {
  const second = calculateSecondFigure(distribution);
  return second ? [calculateFigure(distribution), second] : [calculateFigure(distribution)];
}

const width = ({ interval }: Figure) => (interval ? interval.high - interval.low : Number.POSITIVE_INFINITY);

describe("figures", () => {
  it("are null without answers, not 0", () => {
    for (const metric of METRICS) {
      for (const figure of figuresOf(emptyDistribution(metric))) {
        expect(figure).toMatchObject({ value: null, n: 0, interval: null });
      }
    }
  });

  it("of NPS, CSAT and CES by their definitions", () => {
    expect(calculateFigure(distributionFromScores("nps", [10, 9, 8, 0]))).toMatchObject({
      key: "nps",
      unit: "points",
      value: 25,
      n: 4,
    });
    const csat = distributionFromScores("csat", [5, 4, 3, 1, 1]);
    expect(calculateFigure(csat)).toMatchObject({ key: "csat", unit: "share", value: 0.4, n: 5 });
    expect(calculateSecondFigure(csat)).toMatchObject({ key: "csatMean", unit: "mean", value: 2.8, n: 5 });
    const ces = distributionFromScores("ces", [7, 5, 4, 1]);
    expect(calculateFigure(ces)).toMatchObject({ key: "ces", unit: "mean", value: 4.25, n: 4 });
    expect(calculateSecondFigure(ces)).toMatchObject({ key: "cesEasy", unit: "share", value: 0.5, n: 4 });
    expect(calculateSecondFigure(distributionFromScores("nps", [10]))).toBeNull();
  });

  it("have the adjusted Wald interval of the NPS (Rocks 2016), cut at the scale and containing the NPS", () => {
    // One promoter and the added 0.75, 1.5 and 0.75: NPS 25, variance 0.625 − 0.25² over 4, reach 1.96 · 37.5 = 73.5.
    expect(calculateFigure(distributionFromScores("nps", [10])).interval).toEqual({ low: -48.5, high: 100 });
    // Two detractors, one promoter: (1.75 − 2.75) ÷ 6, variance 4.5/6 − 1/36.
    const { interval } = calculateFigure(distributionFromScores("nps", [0, 6, 9]));
    const reach = 196 * Math.sqrt((4.5 / 6 - 1 / 36) / 6);
    expect(interval?.low).toBeCloseTo(-100 / 6 - reach, 10);
    expect(interval?.high).toBeCloseTo(-100 / 6 + reach, 10);
  });

  it("have no interval for the mean of one answer, and one as wide as t = 12.706 for two (NIST table of Student's t)", () => {
    expect(calculateFigure(distributionFromScores("ces", [4])).interval).toBeNull();
    // Mean 4, s = 1.414…, hence ± 12.706: beyond the scale, so the whole of it.
    expect(calculateFigure(distributionFromScores("ces", [3, 5])).interval).toEqual({ low: 1, high: 7 });
  });

  it("have the Student interval of the mean: t(0.975; 9) = 2.262 (NIST table of Student's t)", () => {
    const { value, interval } = calculateFigure(
      distributionFromScores("ces", [2, 3, 3, 4, 4, 5, 5, 6, 6, 7]),
    );
    const sampleDeviation = Math.sqrt(22.5 / 9);
    expect(value).toBe(4.5);
    expect(interval?.high).toBeCloseTo(4.5 + (2.262 * sampleDeviation) / Math.sqrt(10), 3);
    expect(interval?.low).toBeCloseTo(4.5 - (2.262 * sampleDeviation) / Math.sqrt(10), 3);
  });

  it("do not claim certainty when few agree", () => {
    for (const metric of METRICS) {
      const { min, max } = METRIC_SCALES[metric];
      for (const score of [min, max]) {
        const [headline, second] = figuresOf(distributionFromScores(metric, new Array(5).fill(score)));
        expect(width(headline as Figure)).toBeGreaterThan(0);
        if (second) expect(width(second)).toBeGreaterThan(0);
      }
    }
  });

  it("lie within their interval, which lies within the scale", () => {
    fc.assert(
      fc.property(anyDistribution({ minimumN: 1 }), (distribution) => {
        for (const { key, value, interval } of figuresOf(distribution)) {
          const [low, high] = SCALES[key] as [number, number];
          expect(value).toBeGreaterThanOrEqual(low);
          expect(value).toBeLessThanOrEqual(high);
          if (!interval) continue;
          expect(interval.low).toBeGreaterThanOrEqual(low);
          expect(interval.high).toBeLessThanOrEqual(high);
          expect(interval.low).toBeLessThanOrEqual(value as number);
          expect(interval.high).toBeGreaterThanOrEqual(value as number);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("get narrower intervals with more answers of the same shape", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...METRICS).chain((metric) => anyDistributionOf(metric, { minimumN: 1 })),
        fc.integer({ min: 2, max: 20 }),
        (distribution, factor) => {
          const few = figuresOf(distribution);
          const more = figuresOf(scaleDistribution(distribution, factor));
          const many = figuresOf(scaleDistribution(distribution, 10_000));
          few.forEach((figure, index) => {
            expect(more[index]?.value).toBeCloseTo(figure.value as number, 10);
            expect(width(more[index] as Figure)).toBeLessThanOrEqual(width(figure) + 1e-9);
            expect(width(many[index] as Figure)).toBeLessThan(width(figure));
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it("are never NaN or infinite", () => {
    fc.assert(
      fc.property(anyDistribution(), (distribution) => {
        for (const number of collectNumbers(figuresOf(distribution)))
          expect(number).toSatisfy(Number.isFinite);
      }),
      { numRuns: 500 },
    );
  });
});
