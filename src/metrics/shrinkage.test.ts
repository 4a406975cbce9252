import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateBetweenVariance, shrinkTowards } from "./shrinkage";

describe("shrinkage", () => {
  it("pulls everything to the centre when chance explains the spread", () => {
    const alike = [49, 50, 51, 50, 50, 50].map((value) => ({ value, squaredError: 100 }));
    expect(estimateBetweenVariance(50, alike)).toBe(0);
    expect(shrinkTowards(50, alike)).toEqual(new Array(6).fill(50));
  });

  it("pulls groups that are known less more", () => {
    const [certain, vague] = shrinkTowards(0, [
      { value: 10, squaredError: 1 },
      { value: 10, squaredError: 400 },
      { value: -10, squaredError: 1 },
      { value: -8, squaredError: 1 },
      { value: 8, squaredError: 1 },
      { value: -5, squaredError: 1 },
    ]) as [number, number];
    expect(certain).toBeGreaterThan(9.8);
    expect(vague).toBeLessThan(5);
  });

  it("still shrinks two or three groups, where k − 3 would not", () => {
    const groups = [
      { value: 20, squaredError: 10 },
      { value: 0, squaredError: 200 },
    ];
    // Both are 10 from the centre and k ÷ 1 = 2: (200 − 10 − A) ÷ (10 + A)² + (200 − 200 − A) ÷ (200 + A)² = 0.
    const between = estimateBetweenVariance(10, groups);
    expect((190 - between) / (10 + between) ** 2).toBeCloseTo(between / (200 + between) ** 2, 12);
    const [first, second] = shrinkTowards(10, groups) as [number, number];
    expect(first).toBeCloseTo(10 + (10 * between) / (between + 10), 10);
    expect(second).toBeCloseTo(10 - (10 * between) / (between + 200), 10);
  });

  it("takes no groups, and groups without any uncertainty", () => {
    expect(shrinkTowards(5, [])).toEqual([]);
    expect(shrinkTowards(5, [{ value: 5, squaredError: 0 }])).toEqual([5]);
    const [low, high] = shrinkTowards(5, [
      { value: 4, squaredError: 0 },
      { value: 6, squaredError: 0 },
    ]) as [number, number];
    expect(low).toBeCloseTo(4, 10);
    expect(high).toBeCloseTo(6, 10);
  });

  it("lands between the group and the centre", () => {
    const group = fc.record({
      value: fc.double({ min: -100, max: 100, noNaN: true }),
      squaredError: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1e4, noNaN: true })),
    });
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 100, noNaN: true }),
        fc.array(group, { maxLength: 30 }),
        (centre, groups) => {
          shrinkTowards(centre, groups).forEach((shrunken, index) => {
            const value = groups[index]?.value ?? Number.NaN;
            expect(shrunken).toBeGreaterThanOrEqual(Math.min(value, centre) - 1e-9);
            expect(shrunken).toBeLessThanOrEqual(Math.max(value, centre) + 1e-9);
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});
