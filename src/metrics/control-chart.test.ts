import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDistributions, collectNumbers } from "./arbitraries.test-support";
import { controlChart } from "./control-chart";
import { distributionFromRows, distributionFromScores, emptyDistribution } from "./score-distribution";

function csat(satisfied: number, n: number) {
  return distributionFromRows("csat", [
    { score: 5, count: satisfied },
    { score: 1, count: n - satisfied },
  ]);
}

function nps(detractors: number, passives: number, promoters: number) {
  return distributionFromRows("nps", [
    { score: 2, count: detractors },
    { score: 8, count: passives },
    { score: 10, count: promoters },
  ]);
}

const series = (distributions: ReturnType<typeof csat>[]) =>
  distributions.map((distribution, index) => ({ key: `week ${index + 1}`, distribution }));

/** Nonconforming orange juice cans in 30 samples of 50: Montgomery, Introduction to statistical quality control, ex. 7.1. */
const ORANGE_JUICE = [
  12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
];

describe("control chart of shares", () => {
  const juice = controlChart(series(ORANGE_JUICE.map((count) => csat(count, 50))));

  it("has the published centre and, before Laney's correction, the published limits (Montgomery: 0.2313, 0.0524, 0.4102)", () => {
    const sigmaZ = juice.overdispersion ?? Number.NaN;
    const [first] = juice.points;
    expect(juice.centre).toBeCloseTo(0.2313, 4);
    expect(0.2313 + ((first?.upper ?? Number.NaN) - 0.2313) / sigmaZ).toBeCloseTo(0.4102, 3);
    expect(0.2313 - ((first?.upper ?? Number.NaN) - 0.2313) / sigmaZ).toBeCloseTo(0.0524, 3);
  });

  it("widens them by sigma of the z scores (Laney 2002): z̄ moving range of 162 cans in 29 steps", () => {
    const centre = 347 / 1500;
    const standardDeviationOfCount = Math.sqrt(50 * centre * (1 - centre));
    expect(juice.overdispersion).toBeCloseTo(162 / 29 / standardDeviationOfCount / 1.128, 10);
  });

  it("never narrows them when the points vary less than sampling explains", () => {
    const chart = controlChart(series(new Array(12).fill(csat(70, 100))));
    expect(chart.overdispersion).toBe(1);
    expect(chart.points[0]?.upper).toBeCloseTo(0.7 + 3 * Math.sqrt((0.7 * 0.3) / 100), 12);
    expect(chart.points[0]?.lower).toBeCloseTo(0.7 - 3 * Math.sqrt((0.7 * 0.3) / 100), 12);
  });

  it("pools answers, not points, and gives each point the limits of its own n", () => {
    const chart = controlChart(series([...new Array(8).fill(csat(50, 100)), csat(900, 900)]));
    expect(chart.centre).toBeCloseTo(1300 / 1700, 12);
    const [small, large] = [chart.points[0], chart.points[8]];
    const reach = (point: typeof small) => (point?.upper ?? 0) - (point?.lower ?? 0);
    expect(reach(small)).toBeGreaterThan(reach(large));
  });

  it("tells a drop from normal variation", () => {
    const weeks = [70, 68, 73, 71, 69, 72, 70, 67, 71, 69].map((satisfied) => csat(satisfied, 100));
    const chart = controlChart(series([...weeks, csat(48, 100)]), { baseline: 10 });
    expect(chart.points.map(({ signal }) => signal)).toEqual([
      ...new Array(10).fill(null),
      { rule: "beyond-limits", side: "below" },
    ]);
  });

  it("sees nine weeks on one side that no single week shows", () => {
    const before = [70, 68, 73, 71, 69, 72, 70, 67].map((satisfied) => csat(satisfied, 100));
    const chart = controlChart(series([...before, ...new Array(9).fill(csat(75, 100))]), { baseline: 8 });
    expect(chart.points.slice(0, -1).every(({ signal }) => signal === null)).toBe(true);
    expect(chart.points.at(-1)?.signal).toEqual({ rule: "run-of-nine", side: "above" });
  });

  it("has no limits before eight points have answers", () => {
    const weeks = [...new Array(7).fill(csat(7, 10)), emptyDistribution("csat"), emptyDistribution("csat")];
    const chart = controlChart(series(weeks));
    expect(
      chart.points.every(({ lower, upper, signal }) => lower === null && upper === null && signal === null),
    ).toBe(true);
    expect(chart.centre).toBeCloseTo(0.7, 12);
    expect(controlChart(series([...weeks, csat(7, 10)])).points[0]?.upper).not.toBeNull();
  });

  it("keeps weeks without answers as gaps", () => {
    const chart = controlChart(series([...new Array(8).fill(csat(70, 100)), emptyDistribution("csat")]));
    expect(chart.points.at(-1)).toEqual({
      key: "week 9",
      n: 0,
      value: null,
      interval: null,
      lower: null,
      upper: null,
      signal: null,
    });
  });

  it("does not call one unhappy customer a change where everybody was happy", () => {
    const chart = controlChart(series([...new Array(10).fill(csat(5, 5)), csat(0, 1)]), { baseline: 10 });
    expect(chart.points.at(-1)).toMatchObject({ value: 0, signal: null });
  });
});

/** P(X = count) of a binomial, in logarithms. */
function binomialProbability(count: number, n: number, share: number): number {
  const logFactorial = (k: number): number => (k < 2 ? 0 : Math.log(k) + logFactorial(k - 1));
  const logWays = logFactorial(n) - logFactorial(count) - logFactorial(n - count);
  return Math.exp(logWays + count * Math.log(share) + (n - count) * Math.log(1 - share));
}

describe("false signals of a stable share", () => {
  const cases = [0.5, 0.8, 0.9, 0.95, 0.98].flatMap((share) =>
    [1, 2, 3, 5, 8, 12, 20, 40, 80].map((n) => [share, n] as const),
  );
  const baseline = (share: number) => new Array(8).fill(csat(share * 10_000, 10_000));
  const limitsAt = (share: number, n: number) =>
    controlChart(series([...baseline(share), csat(n, n)]), { baseline: 8 }).points.at(-1);

  it.each(cases)("are rare at %f with %i answers", (share, n) => {
    const point = limitsAt(share, n);
    let falseSignals = 0;
    for (let count = 0; count <= n; count++) {
      const isBeyond = count / n < (point?.lower ?? 0) - 1e-9 || count / n > (point?.upper ?? 1) + 1e-9;
      if (isBeyond) falseSignals += binomialProbability(count, n, share);
    }
    expect(falseSignals).toBeLessThan(0.01);
  });

  it("do not come from runs of weeks in which two customers are both happy, as most pairs are", () => {
    const weeks = [...baseline(0.95), ...new Array(12).fill(csat(2, 2))];
    const chart = controlChart(series(weeks), { baseline: 8 });
    expect(chart.points.every(({ signal }) => signal === null)).toBe(true);
  });

  it("would be eight times the nominal 0.27 % with plain limits: two unhappy of five where 95 % are happy", () => {
    const plainLower = 0.95 - 3 * Math.sqrt((0.95 * 0.05) / 5);
    expect(3 / 5).toBeLessThan(plainLower);
    expect(binomialProbability(3, 5, 0.95)).toBeGreaterThan(0.02);
    expect(limitsAt(0.95, 5)?.lower).toBeLessThan(3 / 5);
  });
});

describe("control chart of NPS and CES", () => {
  it("limits NPS by three standard errors of the ±1 variable (Rocks 2016)", () => {
    const chart = controlChart(series(new Array(8).fill(nps(20, 30, 50))));
    const reach = 300 * Math.sqrt((0.7 - 0.3 ** 2) / 100);
    expect(chart.centre).toBeCloseTo(30, 12);
    expect(chart.points[0]?.lower).toBeCloseTo(30 - reach, 10);
    expect(chart.points[0]?.upper).toBeCloseTo(30 + reach, 10);
  });

  it("charts the means of CES as XmR", () => {
    const means = [
      [5, 5],
      [5, 6],
      [5, 5],
      [5, 6],
      [5, 5],
      [5, 6],
      [5, 5],
      [5, 6],
      [1, 1],
    ];
    const chart = controlChart(series(means.map((scores) => distributionFromScores("ces", scores))), {
      baseline: 8,
    });
    expect(chart.centre).toBeCloseTo(5.25, 12);
    expect(chart.points[0]?.upper).toBeCloseTo(5.25 + (3 * 0.5) / 1.128, 12);
    expect(chart.overdispersion).toBeNull();
    expect(chart.points.at(-1)).toMatchObject({ value: 1, signal: { rule: "beyond-limits", side: "below" } });
  });

  it("refuses mixed metrics and takes an empty series", () => {
    expect(() => controlChart(series([nps(1, 1, 1), csat(1, 2)]))).toThrow(RangeError);
    expect(controlChart([])).toEqual({ centre: null, overdispersion: null, points: [] });
  });

  it("is never NaN, keeps every point, and its limits contain the centre and stay on the scale", () => {
    const ends = { nps: [-100, 100], csat: [0, 1], ces: [1, 7] } as const;
    fc.assert(
      fc.property(
        anyDistributions({ maxLength: 30 }),
        fc.option(fc.nat(30), { nil: undefined }),
        ([metric, distributions], baseline) => {
          const chart = controlChart(series(distributions), { baseline });
          expect(chart.points.map(({ key }) => key)).toEqual(series(distributions).map(({ key }) => key));
          for (const number of collectNumbers(chart)) expect(number).toSatisfy(Number.isFinite);
          for (const { lower, upper, signal } of chart.points) {
            if (lower === null || upper === null) {
              expect(signal?.rule).not.toBe("beyond-limits");
              continue;
            }
            expect(lower).toBeGreaterThanOrEqual(ends[metric][0]);
            expect(upper).toBeLessThanOrEqual(ends[metric][1]);
            expect(lower).toBeLessThanOrEqual((chart.centre ?? Number.NaN) + 1e-9);
            expect(upper).toBeGreaterThanOrEqual((chart.centre ?? Number.NaN) - 1e-9);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
