import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDistributionOf, collectNumbers, METRICS } from "./arbitraries.test-support";
import { calculateDifferenceInterval, MINIMUM_ANSWERS_TO_TEST, testChange, testShareChange } from "./change";
import { calculateFigure } from "./figure";
import { calculateMoments } from "./moments";
import {
  distributionFromRows,
  distributionFromScores,
  emptyDistribution,
  METRIC_SCALES,
  type ScoreDistribution,
} from "./score-distribution";
import { calculateShare } from "./share-figure";

function repeatScore(metric: "nps" | "csat" | "ces", score: number, count: number) {
  return distributionFromRows(metric, [{ score, count }]);
}

describe("change between two groups", () => {
  it("is not tested with too few answers in either", () => {
    const many = repeatScore("nps", 10, 100);
    const few = repeatScore("nps", 0, MINIMUM_ANSWERS_TO_TEST - 1);
    expect(testChange(emptyDistribution("nps"), emptyDistribution("nps"))).toBeNull();
    expect(testChange(many, few)).toBeNull();
    expect(testChange(few, many)).toBeNull();
    expect(testChange(many, repeatScore("nps", 0, MINIMUM_ANSWERS_TO_TEST))).not.toBeNull();
  });

  it("refuses to compare different metrics", () => {
    expect(() => testChange(emptyDistribution("nps"), emptyDistribution("ces"))).toThrow(RangeError);
  });

  it("has a finite z where both groups are unanimous", () => {
    for (const metric of METRICS) {
      const { min, max } = METRIC_SCALES[metric];
      const same = testChange(repeatScore(metric, max, 6), repeatScore(metric, max, 6));
      expect(same).toMatchObject({ difference: 0, z: 0, p: 1, isChange: false, direction: "none" });
      const opposite = testChange(repeatScore(metric, max, 6), repeatScore(metric, min, 6));
      expect(opposite).toMatchObject({ isChange: true, direction: "down" });
      expect(opposite?.z).toSatisfy(Number.isFinite);
    }
  });

  it("points nowhere when it is none", () => {
    const change = testChange(
      distributionFromScores("csat", [5, 5, 4, 3, 2, 1]),
      distributionFromScores("csat", [5, 5, 4, 4, 2, 1]),
    );
    expect(change).toMatchObject({ isChange: false, direction: "none" });
    expect(change?.difference).toBeGreaterThan(0);
  });

  it("of means divides by the standard errors of both", () => {
    const before = distributionFromRows("ces", [
      { score: 4, count: 50 },
      { score: 6, count: 50 },
    ]);
    const after = distributionFromRows("ces", [
      { score: 5, count: 50 },
      { score: 7, count: 50 },
    ]);
    const change = testChange(before, after);
    // Sample variance 100 / 99 in both groups.
    expect(change?.standardError).toBeCloseTo(Math.sqrt((2 * (100 / 99)) / 100), 12);
    expect(change?.z).toBeCloseTo(1 / Math.sqrt((2 * (100 / 99)) / 100), 12);
    expect(change).toMatchObject({ difference: 1, isChange: true, direction: "up" });
  });

  it("turns round with the groups", () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...METRICS)
          .chain((metric) => fc.tuple(anyDistributionOf(metric), anyDistributionOf(metric))),
        ([before, after]) => {
          const there = testChange(before, after);
          const back = testChange(after, before);
          expect(there === null).toBe(back === null);
          if (!there || !back) return;
          expect(back.difference).toBeCloseTo(-there.difference, 10);
          expect(back.interval.low).toBeCloseTo(-there.interval.high, 10);
          expect(back.isChange).toBe(there.isChange);
          expect(back.p).toBeCloseTo(there.p, 10);
        },
      ),
    );
  });

  it("has its difference inside its interval, never a NaN, and no change against p or interval", () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...METRICS)
          .chain((metric) => fc.tuple(anyDistributionOf(metric), anyDistributionOf(metric))),
        ([before, after]) => {
          const change = testChange(before, after);
          if (!change) return;
          for (const number of collectNumbers(change)) expect(number).toSatisfy(Number.isFinite);
          const { difference, interval, p, isChange } = change;
          expect(interval.low).toBeLessThanOrEqual(difference);
          expect(interval.high).toBeGreaterThanOrEqual(difference);
          if (!isChange) return;
          expect(p).toBeLessThan(0.05);
          expect(interval.low > 0 || interval.high < 0).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("interval of a difference of shares", () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
  ])(
    "%i/%i − %i/%i (Newcombe 1998, table II, method 10; also R package propint's tests)",
    (x1, n1, x2, n2, low, high) => {
      const interval = calculateDifferenceInterval(
        calculateShare("csat", x2, n2),
        calculateShare("csat", x1, n1),
      );
      expect(interval?.low).toBeCloseTo(low, 4);
      expect(interval?.high).toBeCloseTo(high, 4);
    },
  );

  it("is null when one of them has no interval", () => {
    expect(
      calculateDifferenceInterval(calculateShare("csat", 0, 0), calculateShare("csat", 1, 2)),
    ).toBeNull();
  });
});

describe("change of a share", () => {
  it("tests counts the way it tests answers", () => {
    const before = distributionFromRows("csat", [
      { score: 5, count: 40 },
      { score: 1, count: 60 },
    ]);
    const after = distributionFromRows("csat", [
      { score: 5, count: 60 },
      { score: 1, count: 40 },
    ]);
    const change = testShareChange({ successes: 40, n: 100 }, { successes: 60, n: 100 });
    expect(change).toEqual(testChange(before, after));
    expect(change).toMatchObject({ isChange: true, direction: "up" });
  });

  it("is not tested with too few, finite when all or none", () => {
    expect(testShareChange({ successes: 0, n: 0 }, { successes: 50, n: 100 })).toBeNull();
    const change = testShareChange({ successes: 0, n: 10 }, { successes: 10, n: 10 });
    expect(collectNumbers(change).every(Number.isFinite)).toBe(true);
    expect(() => testShareChange({ successes: 11, n: 10 }, { successes: 1, n: 10 })).toThrow(RangeError);
  });
});

/**
 * All ways n people can answer who are detractors, passives and promoters with these chances, with their probability:
 * what the test does when nothing has changed can be counted instead of simulated.
 */
function listOutcomes(n: number, [d, p, q]: readonly [number, number, number]) {
  const logFactorial = (k: number): number => (k < 2 ? 0 : Math.log(k) + logFactorial(k - 1));
  const outcomes: { distribution: ScoreDistribution; probability: number }[] = [];
  for (let detractors = 0; detractors <= n; detractors++) {
    for (let promoters = 0; promoters <= n - detractors; promoters++) {
      const passives = n - detractors - promoters;
      const ways = Math.exp(
        logFactorial(n) - logFactorial(detractors) - logFactorial(passives) - logFactorial(promoters),
      );
      outcomes.push({
        distribution: distributionFromRows("nps", [
          { score: 0, count: detractors },
          { score: 8, count: passives },
          { score: 9, count: promoters },
        ]),
        probability: ways * d ** detractors * p ** passives * q ** promoters,
      });
    }
  }
  return outcomes;
}

function countFalseAlarms(n1: number, n2: number, shape: readonly [number, number, number]) {
  let [byZ, byChange] = [0, 0];
  for (const before of listOutcomes(n1, shape)) {
    for (const after of listOutcomes(n2, shape)) {
      const change = testChange(before.distribution, after.distribution);
      const probability = before.probability * after.probability;
      if (change && change.p < 0.05) byZ += probability;
      if (change?.isChange) byChange += probability;
    }
  }
  return { byZ, byChange };
}

describe("false alarms when nothing has changed", () => {
  it("are twice as many as allowed by z alone at small n, and about one in twenty by the verdict", () => {
    const { byZ, byChange } = countFalseAlarms(5, 20, [0.25, 0.25, 0.5]);
    expect(byZ).toBeGreaterThan(0.12);
    expect(byChange).toBeLessThan(0.055);
  });

  it.each([
    [5, 5, [0.25, 0.25, 0.5]],
    [5, 5, [0.4, 0.3, 0.3]],
    [10, 10, [0.1, 0.3, 0.6]],
    [10, 10, [0.4, 0.3, 0.3]],
    [5, 30, [0.05, 0.15, 0.8]],
  ] as const)("stay below 7 %% for %i and %i answers of shape %s", (n1, n2, shape) => {
    expect(countFalseAlarms(n1, n2, shape).byChange).toBeLessThan(0.07);
  });

  it("come from tables that count every outcome once", () => {
    const outcomes = listOutcomes(6, [0.2, 0.3, 0.5]);
    expect(outcomes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
    const mean = outcomes.reduce(
      (sum, { distribution, probability }) => sum + probability * (calculateFigure(distribution).value ?? 0),
      0,
    );
    expect(mean).toBeCloseTo(30, 10);
    expect(calculateMoments(outcomes[0]?.distribution as ScoreDistribution)?.n).toBe(6);
  });
});
