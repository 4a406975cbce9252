import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculateFunnelLimits, estimateOverdispersion } from "./funnel-limits";

/** P(X ≤ count) of a binomial, summed in logarithms. */
function cumulativeBinomial(count: number, n: number, share: number): number {
  const logFactorials = [0];
  for (let k = 1; k <= n; k++) logFactorials[k] = (logFactorials[k - 1] ?? 0) + Math.log(k);
  let total = 0;
  for (let k = 0; k <= count; k++) {
    const logWays = (logFactorials[n] ?? 0) - (logFactorials[k] ?? 0) - (logFactorials[n - k] ?? 0);
    total += Math.exp(logWays + k * Math.log(share) + (n - k) * Math.log(1 - share));
  }
  return total;
}

/** One-sided probability beyond three standard errors (NIST/SEMATECH e-Handbook 1.3.6.7.1). */
const TAIL = 0.00135;

describe("funnel limits", () => {
  it.each([
    [0.8, 10],
    [0.8, 50],
    [0.95, 20],
    [0.6, 200],
    [0.5, 1500],
    [0.02, 300],
  ])("leave out exactly the counts that chance reaches less than once in 740, at %f of %i", (target, n) => {
    const limits = calculateFunnelLimits(target, n);
    const below = Math.ceil((limits?.low ?? 0) * n) - 1;
    const above = Math.floor((limits?.high ?? 1) * n) + 1;
    expect(cumulativeBinomial(below, n, target)).toBeLessThan(TAIL);
    expect(cumulativeBinomial(below + 1, n, target)).toBeGreaterThan(TAIL);
    expect(1 - cumulativeBinomial(above - 1, n, target)).toBeLessThan(TAIL);
    expect(1 - cumulativeBinomial(above - 2, n, target)).toBeGreaterThan(TAIL);
  });

  it("cannot accuse anybody with one encounter", () => {
    expect(calculateFunnelLimits(0.95, 1)?.low).toBe(0);
  });

  it("are three standard errors where n is large", () => {
    expect(calculateFunnelLimits(0.8, 10_000)?.low).toBeCloseTo(0.8 - 3 * 0.004, 12);
    // Just below the switch the exact ones are within two hundredths of the same reach.
    const reach = 3 * Math.sqrt(0.25 / 1599);
    expect(0.5 - (calculateFunnelLimits(0.5, 1599)?.low ?? 0)).toBeGreaterThan(0.98 * reach);
    expect(0.5 - (calculateFunnelLimits(0.5, 1599)?.low ?? 0)).toBeLessThan(1.02 * reach);
  });

  it("collapse onto a target that allows no other outcome", () => {
    expect(calculateFunnelLimits(1, 20)).toEqual({ low: 1, high: 1 });
    expect(calculateFunnelLimits(0, 20)).toEqual({ low: 0, high: 0 });
  });

  it("are null without encounters and refuse a target that is no share", () => {
    expect(calculateFunnelLimits(0.5, 0)).toBeNull();
    expect(() => calculateFunnelLimits(1.1, 5)).toThrow(RangeError);
    expect(() => calculateFunnelLimits(Number.NaN, 5)).toThrow(RangeError);
  });

  it("contain the target, narrow with n, widen with overdispersion and mirror", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.double({ min: 1, max: 20, noNaN: true }),
        (perMille, n, overdispersion) => {
          const target = perMille / 1000;
          const limits = calculateFunnelLimits(target, n);
          const wide = calculateFunnelLimits(target, n, overdispersion);
          const mirrored = calculateFunnelLimits(1 - target, n);
          expect(limits?.low).toBeLessThanOrEqual(target + 1e-12);
          expect(limits?.high).toBeGreaterThanOrEqual(target - 1e-12);
          expect(wide?.low).toBeLessThanOrEqual((limits?.low ?? 0) + 1e-12);
          expect(wide?.high).toBeGreaterThanOrEqual((limits?.high ?? 1) - 1e-12);
          expect(mirrored?.low).toBeCloseTo(1 - (limits?.high ?? 0), 9);
        },
      ),
    );
  });
});

describe("overdispersion between groups", () => {
  const groups = (shares: number[], n: number) => shares.map((share) => ({ successes: share * n, n }));

  it("is the mean squared z, the outer tenth pulled in", () => {
    // Ten groups of 100 at a target of 0.5: z = ±2, but for one at z = 10 that counts as 2.
    const shares = [0.4, 0.4, 0.4, 0.4, 0.4, 0.6, 0.6, 0.6, 0.6, 1];
    expect(estimateOverdispersion(0.5, groups(shares, 100))).toBeCloseTo(4, 12);
  });

  it("is 1 for too few groups, for equal ones, and where the target allows no spread", () => {
    expect(estimateOverdispersion(0.5, groups([0, 1, 0, 1, 0, 1, 0, 1, 0], 100))).toBe(1);
    expect(estimateOverdispersion(0.5, groups(new Array(20).fill(0.5), 100))).toBe(1);
    expect(estimateOverdispersion(1, groups(new Array(20).fill(1), 100))).toBe(1);
    expect(estimateOverdispersion(0.5, [])).toBe(1);
  });
});
