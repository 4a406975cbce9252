import { existsSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { possiblePointsOf, scoreForm, scoreItem } from "@/features/audit-forms/rules";
import { type AuditFormItem, NO_ANSWER } from "@/features/audit-forms/schema";
import { testChange } from "./change";
import { formCells } from "./disclosure";
import { krippendorffAlpha } from "./krippendorff-alpha";
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

/** The cases of what the product computes so far: surveys, audits and 360 evaluations. */
const COMPUTED_CASES = /^(nps|wilson|xmr|mr|james-stein|score|kripp|anon)-/;

function readCases(address: URL): KnownAnswer[] {
  const cases: KnownAnswer[] = JSON.parse(readFileSync(address, "utf8"));
  return cases.filter(({ id }) => COMPUTED_CASES.test(id));
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

function checkAlpha(level: "interval" | "ratio") {
  return ({ input, expected, tolerance }: KnownAnswer) => {
    const observers: (number | null)[][] = input.coders_by_units;
    const units = (observers[0] ?? []).map((_first, unit) =>
      observers.map((values) => values[unit] ?? null).filter((value) => value !== null),
    );
    expectNear(krippendorffAlpha(units, level).alpha, expected.alpha, tolerance);
  };
}

/** An item of a form whose options ("o0", "o1", …) have these points. */
function itemOf(
  kind: "scale" | "multiple_choice",
  key: string,
  points: readonly number[],
  overrides: { weight?: number; isBonus?: boolean } = {},
): Extract<AuditFormItem, { weight: number }> {
  return {
    kind,
    key,
    options: points.map((each, index) => ({ key: `o${index}`, text: {}, points: each })),
    text: {},
    guidance: {},
    goodExample: {},
    badExample: {},
    suggestion: {},
    behaviourId: null,
    about: "employee",
    isRequired: true,
    allowsNotApplicable: true,
    weight: 1,
    isCritical: false,
    isBonus: false,
    passPoints: null,
    commentBelow: null,
    ...overrides,
  };
}

const choose = (...optionKeys: string[]) => ({ ...NO_ANSWER, optionKeys });
const notApplicable = { ...NO_ANSWER, isNotApplicable: true };

function scoreItems(items: AuditFormItem[], answers: Parameters<typeof scoreForm>[1], isCapped = true) {
  const sections = [{ key: "all", title: {}, intro: {}, weight: 1, items }];
  return scoreForm({ intro: {}, isCapped, sections }, answers).score;
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
  "kripp-C-ratio": checkAlpha("ratio"),
  "kripp-wiki-interval": checkAlpha("interval"),
  "score-safetyculture-weight": ({ input, expected }) => {
    const points = Array.from({ length: input.max_response }, (_each, index) => index + 1);
    const item = itemOf("scale", "question", points, { weight: input.weight });
    const answer = choose(`o${input.response - 1}`);
    const scored = scoreItem(item, answer);
    expect((scored?.earned ?? Number.NaN) * item.weight).toBe(expected.earned);
    expect((scored?.possible ?? Number.NaN) * item.weight).toBe(expected.possible);
    // Beside an unweighted question that earned nothing, the weight decides the share.
    const plain = itemOf("scale", "plain", [0, 5]);
    expectNear(
      scoreItems([item, plain], { question: answer, plain: choose("o0") }),
      (100 * expected.earned) / (expected.possible + 5),
      1e-9,
    );
  },
  "score-safetyculture-multi": ({ input, expected }) => {
    expect(possiblePointsOf(itemOf("multiple_choice", "multi", input.options))).toBe(expected.possible_multi);
    expect(possiblePointsOf(itemOf("scale", "single", input.options))).toBe(expected.possible_single);
  },
  "score-na-90": ({ input, expected }) => {
    const items = Array.from({ length: input.questions }, (_each, index) =>
      itemOf("scale", `q${index}`, [0, input.points]),
    );
    const answers = Object.fromEntries(
      items.map(({ key }, index) => [key, index < input.na ? notApplicable : choose("o1")]),
    );
    const possible = items
      .map((item) => scoreItem(item, answers[item.key] ?? NO_ANSWER)?.possible ?? 0)
      .reduce((sum, each) => sum + each, 0);
    expect(possible).toBe(expected.possible);
    expect(scoreItems(items, answers)).toBe(100);
    const last = `q${input.questions - 1}`;
    expectNear(
      scoreItems(items, { ...answers, [last]: choose("o0") }),
      (100 * (expected.possible - input.points)) / expected.possible,
      1e-9,
    );
  },
  "score-sassie": ({ input, expected }) => {
    expect(input.answers).toEqual(["yes", "no", "na", "multi 3 of 5", "bonus 1"]);
    const yesNo = (key: string) => itemOf("scale", key, [0, 1]);
    const items = [
      yesNo("yes"),
      yesNo("no"),
      yesNo("na"),
      itemOf("multiple_choice", "multi", [1, 1, 1, 1, 1]),
      itemOf("scale", "bonus", [0, 1], { isBonus: true }),
    ];
    const answers = {
      yes: choose("o1"),
      no: choose("o0"),
      na: notApplicable,
      multi: choose("o0", "o1", "o2"),
      bonus: choose("o1"),
    };
    expectNear(scoreItems(items, answers), (100 * expected.earned) / expected.possible, 1e-9);
    // "Cap bonuses" clips at 100 %; switched off, bonus goes above.
    const best = { ...answers, no: choose("o1"), multi: choose("o0", "o1", "o2", "o3", "o4") };
    expect(scoreItems(items, best)).toBe(100);
    expectNear(scoreItems(items, best, false), (100 * (expected.possible + 1)) / expected.possible, 1e-9);
  },
  "anon-peoplecues": ({ input, expected }) => {
    const { k, ...sizes } = input;
    const units = Object.entries(sizes as Record<string, number>).map(([key, size]) => ({ key, size }));
    const { cells } = formCells(units, k);
    const alone = cells.filter((cell) => cell.units.length === 1).flatMap((cell) => cell.units);
    // Nothing of their own is shown of those too small; together they are enough.
    expect(units.map(({ key }) => key).filter((key) => !alone.includes(key))).toEqual(expected.hidden);
  },
  "anon-tivian": ({ input, expected }) => {
    const sizes: number[] = input.units;
    const { cells } = formCells(
      sizes.map((size, at) => ({ key: `${at}`, size })),
      input.k,
    );
    const together = cells.filter((cell) => cell.units.length > 1).flatMap((cell) => cell.units);
    expect(together.map((key) => sizes[Number(key)])).toEqual(expected.hidden);
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
