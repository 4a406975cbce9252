import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AlphaLevel, krippendorffAlpha } from "./krippendorff-alpha";

const LEVELS: readonly AlphaLevel[] = ["nominal", "ordinal", "interval", "ratio"];
const _ = null;

/** Rows of observers, as published, to units. */
function unitsOf(observers: readonly (readonly (number | null)[])[]): number[][] {
  return (observers[0] ?? []).map((_first, unit) =>
    observers.map((values) => values[unit] ?? null).filter((value) => value !== null),
  );
}

/** Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section C. */
const SECTION_C = unitsOf([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]);

const anyUnits = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }), { maxLength: 12 });
const anyLevel = fc.constantFrom(...LEVELS);

describe("krippendorffAlpha", () => {
  it.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
    ["ratio", 0.797],
  ] as const)("gives what Krippendorff 2011 (section C) and R's irr give on the %s level", (level, alpha) => {
    expect(krippendorffAlpha(SECTION_C, level).alpha).toBeCloseTo(alpha, 3);
  });

  it("gives what fast-krippendorff's test has for three observers (nominal 0.691358)", () => {
    const units = unitsOf([
      [_, _, _, _, _, 3, 4, 1, 2, 1, 1, 3, 3, _, 3],
      [1, _, 2, 1, 3, 3, 4, 3, _, _, _, _, _, _, _],
      [_, _, 2, 1, 3, 4, 4, _, 2, 1, 1, 3, 3, _, 4],
    ]);
    const agreement = krippendorffAlpha(units, "nominal");
    expect(agreement.alpha).toBeCloseTo(0.691358, 6);
    // Of its 15 units 12 have two values or three: 26 values.
    expect(agreement).toMatchObject({ units: 12, values: 26, isUnanimous: false });
  });

  it("counts a unit with one value nowhere (section C has 12 units, 40 of 41 values pairable)", () => {
    expect(krippendorffAlpha(SECTION_C, "nominal")).toMatchObject({ units: 11, values: 40 });
    expect(krippendorffAlpha([...SECTION_C, [7], []], "nominal")).toEqual(
      krippendorffAlpha(SECTION_C, "nominal"),
    );
  });

  it("says nothing without a pair, and nothing when everybody always said the same", () => {
    const nothing = { alpha: null, interval: null };
    expect(krippendorffAlpha([], "nominal")).toEqual({ ...nothing, units: 0, values: 0, isUnanimous: false });
    expect(krippendorffAlpha([[1], [2]], "nominal")).toMatchObject({
      ...nothing,
      units: 0,
      isUnanimous: false,
    });
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1, 1],
        ],
        "ordinal",
      ),
    ).toEqual({
      ...nothing,
      units: 2,
      values: 5,
      isUnanimous: true,
    });
  });

  it("holds zeros on the ratio level and refuses what is no value there", () => {
    // fast-krippendorff, test_ratio_metric_with_zeros.
    const zeros = [
      [0, 0],
      [1, 1],
      [2, 2],
    ];
    expect(krippendorffAlpha(zeros, "ratio").alpha).toBe(1);
    expect(() => krippendorffAlpha([[-1, 1]], "ratio")).toThrow(RangeError);
    expect(() => krippendorffAlpha([[Number.NaN, 1]], "nominal")).toThrow(RangeError);
  });

  it("gives an interval around alpha, none where it would have no width", () => {
    const { alpha, interval } = krippendorffAlpha(SECTION_C, "interval");
    expect(interval?.low).toBeLessThan(alpha ?? Number.NaN);
    expect(interval?.high).toBeGreaterThan(alpha ?? Number.NaN);
    const agreed = Array.from({ length: 8 }, (_each, index) => [index % 2, index % 2]);
    expect(krippendorffAlpha(agreed, "nominal")).toMatchObject({ alpha: 1, interval: null });
    expect(krippendorffAlpha(agreed.slice(0, 4), "nominal").interval).toBeNull();
  });

  it("is 1 exactly when all pairs agree, and never above", () => {
    fc.assert(
      fc.property(anyUnits, anyLevel, (units, level) => {
        const { alpha } = krippendorffAlpha(units, level);
        if (alpha === null) return;
        const isAgreed = units.every((values) => new Set(values).size <= 1);
        expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
        expect(Math.abs(alpha - 1) < 1e-12).toBe(isAgreed);
      }),
    );
  });

  it("does not depend on who said it or in which order", () => {
    fc.assert(
      fc.property(anyUnits, anyLevel, (units, level) => {
        const turned = [...units].reverse().map((values) => [...values].reverse());
        expect(krippendorffAlpha(turned, level)).toEqual(krippendorffAlpha(units, level));
      }),
    );
  });

  it("depends on names, order, differences or proportions only, as the level says", () => {
    const changes: Record<AlphaLevel, (value: number) => number> = {
      nominal: (value) => (value * 5 + 3) % 7,
      ordinal: (value) => value ** 3,
      interval: (value) => 10 * value + 4,
      ratio: (value) => 2.5 * value,
    };
    fc.assert(
      fc.property(anyUnits, anyLevel, (units, level) => {
        const { alpha } = krippendorffAlpha(units, level);
        const changed = krippendorffAlpha(
          units.map((values) => values.map(changes[level])),
          level,
        ).alpha;
        if (alpha === null) expect(changed).toBeNull();
        else expect(changed).toBeCloseTo(alpha, 9);
      }),
    );
  });

  it("keeps alpha inside its interval and the interval inside −1…1", () => {
    fc.assert(
      fc.property(anyUnits, anyLevel, (units, level) => {
        const { alpha, interval } = krippendorffAlpha(units, level);
        if (alpha === null || interval === null) return;
        expect(interval.low).toBeGreaterThanOrEqual(-1);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(alpha + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(alpha - 1e-12);
      }),
    );
  });
});
