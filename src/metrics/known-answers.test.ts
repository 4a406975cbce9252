import { existsSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { testChange } from "./change";
import { calculateMoments } from "./moments";
import { calculateNps, calculateNpsStandardError } from "./nps";
import { Z_95 } from "./probability";
import { rankGroups } from "./ranking";
import { distributionFromRows, distributionFromScores, type ScoreDistribution } from "./score-distribution";
import { shrinkTowards } from "./shrinkage";
import { calculateWilsonInterval } from "./wilson-interval";
import { xmrChart } from "./xmr-chart";

type KnownAnswer = {
  id: string;
  method: string;
  source: string;
  tolerance: number;
  // Shapes differ from case to case; each check below knows its own.
  // biome-ignore lint/suspicious/noExplicitAny: published data, read as it is
  input: any;
  // biome-ignore lint/suspicious/noExplicitAny: published data, read as it is
  expected: any;
};

const SURVEY_CASES = /^(nps|wilson|xmr|mr|james-stein)-/;

function readCases(address: URL): KnownAnswer[] {
  const cases: KnownAnswer[] = JSON.parse(readFileSync(address, "utf8"));
  return cases.filter(({ id }) => SURVEY_CASES.test(id));
}

/** The copy beside this file serves checkouts that stand alone; where the page itself is at hand, both must agree. */
function readKnownAnswers(): KnownAnswer[] {
  const copy = readCases(new URL("./known-answers.json", import.meta.url));
  const page = new URL("../../../shared/known-answers.json", import.meta.url);
  if (existsSync(page) && !isDeepStrictEqual(readCases(page), copy)) {
    throw new Error("src/metrics/known-answers.json is no longer what shared/known-answers.json says");
  }
  return copy;
}

function npsFromBands([detractors, passives, promoters]: [number, number, number]): ScoreDistribution {
  return distributionFromRows("nps", [
    { score: 0, count: detractors },
    { score: 7, count: passives },
    { score: 10, count: promoters },
  ]);
}

/** The published values are on the scale −1…1, ours in points. */
function checkNps({ input, expected, tolerance }: KnownAnswer) {
  // The one case with other cuts than ours has 9–15 as promoters; only the band of a score matters.
  const distribution = distributionFromScores(
    "nps",
    input.scores.map((score: number) => Math.min(score, 10)),
  );
  expectNear((calculateNps(distribution).value ?? Number.NaN) / 100, expected.nps, tolerance);
  expectNear((calculateMoments(distribution)?.variance ?? Number.NaN) / 100 ** 2, expected.var, tolerance);
  if (expected.se !== undefined) {
    expectNear((calculateNpsStandardError(distribution) ?? Number.NaN) / 100, expected.se, tolerance);
  }
}

function checkWilson({ input, expected, tolerance }: KnownAnswer) {
  expect(input.z).toBe(Z_95);
  const interval = calculateWilsonInterval(input.successes, input.successes + input.failures);
  expectNear(interval?.low, expected.lo, tolerance);
  expectNear(interval?.high, expected.hi, tolerance);
}

const CHECKS: Record<string, (knownAnswer: KnownAnswer) => void> = {
  "nps-1": checkNps,
  "nps-2": checkNps,
  "nps-4": checkNps,
  "nps-edge-0": checkNps,
  "nps-breaks": checkNps,
  "nps-ci-talkstats": ({ input, expected, tolerance }) => {
    const distribution = npsFromBands([input.detractors, input.passives, input.promoters]);
    expectNear(calculateNps(distribution).value, expected.nps_points, tolerance);
    expectNear(
      1.96 * (calculateNpsStandardError(distribution) ?? Number.NaN),
      expected.half_width_points,
      tolerance,
    );
  },
  "nps-two-sample-sfo": ({ input, expected, tolerance }) => {
    // The published difference is 2017 − 2018.
    const change = testChange(npsFromBands(input.counts_2018_D_P_P), npsFromBands(input.counts_2017_D_P_P));
    expectNear((change?.difference ?? Number.NaN) / 100, expected.delta, tolerance);
    expectNear((change?.standardError ?? Number.NaN) / 100, expected.se, tolerance);
    expectNear(change?.p, expected.p, tolerance);
    expect(change).toMatchObject({ isChange: true, direction: "up" });
  },
  "wilson-0-100": checkWilson,
  "wilson-1-1": checkWilson,
  "wilson-10-90": checkWilson,
  "wilson-25-75": checkWilson,
  "wilson-100-0": checkWilson,
  "xmr-nist": ({ input, expected, tolerance }) => {
    const chart = xmrChart(input.x);
    expectNear(chart.centre, expected.center, tolerance);
    expectNear(chart.averageMovingRange, expected.mrbar, tolerance);
    expectNear(chart.upper, expected.ucl, tolerance);
    expectNear(chart.lower, expected.lcl, tolerance);
    expect(chart.points.filter(({ signal }) => signal !== null)).toHaveLength(expected.violations);
  },
  "mr-nist": ({ input, expected, tolerance }) => {
    expectNear(xmrChart(input.x).movingRangeUpper, expected.ucl_mr, tolerance);
  },
  "james-stein-baseball": ({ input, expected, tolerance }) => {
    const averages: number[] = input.y;
    const mean = averages.reduce((sum, average) => sum + average, 0) / averages.length;
    expectNear(mean, expected.grand_mean, tolerance);
    const squaredError = (mean * (1 - mean)) / input.n_each;
    const shrunken = shrinkTowards(
      mean,
      averages.map((value) => ({ value, squaredError })),
    );
    averages.forEach((average, player) => {
      expectNear(((shrunken[player] ?? Number.NaN) - mean) / (average - mean), expected.c, tolerance);
    });
    expectNear(shrunken[0], expected.clemente, tolerance);

    // The same through the ranking, with a hit as a satisfied customer: Clemente leads with 18 of 45.
    const ranked = rankGroups(
      averages.map((average, player) => ({
        id: `player ${player}`,
        distribution: distributionFromRows("csat", [
          { score: 5, count: Math.round(average * input.n_each) },
          { score: 1, count: input.n_each - Math.round(average * input.n_each) },
        ]),
      })),
      { minimumN: 5 },
    );
    expect(ranked[0]).toMatchObject({ id: "player 0", rank: 1 });
    expectNear(ranked[0]?.shrunken, expected.clemente, tolerance);
  },
};

function expectNear(actual: number | null | undefined, expected: number, tolerance: number) {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance);
}

describe("known answers", () => {
  const cases = readKnownAnswers();

  it("are all there", () => {
    expect(cases.map(({ id }) => id).sort()).toEqual(Object.keys(CHECKS).sort());
  });

  it.each(cases.map((each) => ({ ...each, title: `${each.id}: ${each.method} (${each.source})` })))(
    "$title",
    (knownAnswer) => {
      expect.hasAssertions();
      CHECKS[knownAnswer.id]?.(knownAnswer);
    },
  );
});
