import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDistributionOf, collectNumbers, METRICS, scaleDistribution } from "./arbitraries.test-support";
import { compareWithCaseMix } from "./case-mix";
import {
  addDistributions,
  distributionFromRows,
  distributionFromScores,
  emptyDistribution,
} from "./score-distribution";

function nps(detractors: number, passives: number, promoters: number) {
  return distributionFromRows("nps", [
    { score: 3, count: detractors },
    { score: 7, count: passives },
    { score: 10, count: promoters },
  ]);
}

describe("case mix", () => {
  const organization = [
    { stratum: "complaints desk", distribution: nps(60, 20, 20) },
    { stratum: "sales", distribution: nps(5, 15, 80) },
  ];

  it("does not hold the complaints desk against the one who works there", () => {
    // NPS 0 is low against the organization's 17.5, and well above the −40 that complaints get.
    const own = [{ stratum: "complaints desk", distribution: nps(8, 4, 8) }];
    const comparison = compareWithCaseMix(own, organization);
    expect(comparison).toMatchObject({ observed: 0, expected: -40, difference: 40, n: 20, comparedN: 20 });
    expect(comparison?.isDifferent).toBe(true);
  });

  it("weights what is expected by the employee's own mix", () => {
    const own = [
      { stratum: "complaints desk", distribution: nps(3, 0, 0) },
      { stratum: "sales", distribution: nps(0, 0, 1) },
    ];
    const comparison = compareWithCaseMix(own, organization);
    expect(comparison?.expected).toBeCloseTo((3 * -40 + 75) / 4, 12);
    expect(comparison?.observed).toBeCloseTo(-50, 12);
  });

  it("has the standard error of a part against its whole", () => {
    const own = [{ stratum: "sales", distribution: nps(2, 6, 12) }];
    // Part minus whole = (1 − n/N) · (part − others), the two independent.
    const variance = 100 ** 2 * (0.85 - 0.75 ** 2);
    const partAgainstOthers = Math.sqrt(variance / 20 + variance / 80);
    expect(compareWithCaseMix(own, organization)?.standardError).toBeCloseTo(0.8 * partAgainstOthers, 10);
  });

  it("claims nothing from fewer than five answers", () => {
    const own = [{ stratum: "sales", distribution: nps(4, 0, 0) }];
    const comparison = compareWithCaseMix(own, organization);
    expect(comparison?.interval.high).toBeLessThan(0);
    expect(comparison?.isDifferent).toBe(false);
  });

  it("is null without answers or with nobody to compare with", () => {
    expect(compareWithCaseMix([], organization)).toBeNull();
    expect(
      compareWithCaseMix([{ stratum: "sales", distribution: emptyDistribution("nps") }], organization),
    ).toBeNull();
    expect(compareWithCaseMix(organization, organization)).toBeNull();
  });

  it("counts answers that compare with nobody as no difference", () => {
    const alone = { stratum: "alone", distribution: nps(10, 0, 0) };
    const comparison = compareWithCaseMix(
      [alone, { stratum: "sales", distribution: nps(1, 3, 6) }],
      [...organization, alone],
    );
    expect(comparison).toMatchObject({ n: 20, comparedN: 10 });
    expect(comparison?.difference).toBeCloseTo((10 * (50 - 75)) / 20, 12);
  });

  it("refuses a whole that does not contain the part", () => {
    const own = [{ stratum: "sales", distribution: nps(0, 0, 81) }];
    expect(() => compareWithCaseMix(own, organization)).toThrow(RangeError);
    expect(() => compareWithCaseMix([{ stratum: "new", distribution: nps(1, 0, 0) }], organization)).toThrow(
      RangeError,
    );
    const ces = [{ stratum: "sales", distribution: distributionFromScores("ces", [5]) }];
    expect(() => compareWithCaseMix(ces, organization)).toThrow(RangeError);
  });

  const strata = fc.constantFrom(...METRICS).chain((metric) =>
    fc.array(
      fc.tuple(anyDistributionOf(metric), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 20 })),
      {
        maxLength: 6,
      },
    ),
  );

  it("is zero when everybody performs the same in every stratum, whatever the mix", () => {
    fc.assert(
      fc.property(strata, (list) => {
        const own = list.map(([shape, mine], index) => ({
          stratum: `${index}`,
          distribution: scaleDistribution(shape, mine),
        }));
        const all = list.map(([shape, mine, others], index) => ({
          stratum: `${index}`,
          distribution: scaleDistribution(shape, mine + others),
        }));
        const comparison = compareWithCaseMix(own, all);
        if (!comparison) return;
        expect(comparison.difference).toBeCloseTo(0, 9);
        expect(comparison.isDifferent).toBe(false);
      }),
    );
  });

  it("is never NaN and contains its difference", () => {
    const pairs = fc
      .constantFrom(...METRICS)
      .chain((metric) =>
        fc.array(fc.tuple(anyDistributionOf(metric), anyDistributionOf(metric)), { maxLength: 6 }),
      );
    fc.assert(
      fc.property(pairs, (list) => {
        const own = list.map(([mine], index) => ({ stratum: `${index}`, distribution: mine }));
        const all = list.map(([mine, others], index) => ({
          stratum: `${index}`,
          distribution: addDistributions(mine, others),
        }));
        const comparison = compareWithCaseMix(own, all);
        for (const number of collectNumbers(comparison)) expect(number).toSatisfy(Number.isFinite);
        if (!comparison) return;
        expect(comparison.interval.low).toBeLessThanOrEqual(comparison.difference);
        expect(comparison.interval.high).toBeGreaterThanOrEqual(comparison.difference);
        expect(comparison.observed - comparison.expected).toBeCloseTo(comparison.difference, 9);
      }),
    );
  });
});
