import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculateWilsonInterval } from "./wilson-interval";

describe("Wilson interval", () => {
  it("is null for n = 0", () => {
    expect(calculateWilsonInterval(0, 0)).toBeNull();
  });

  it.each([
    [-1, 5],
    [6, 5],
    [1, -1],
    [Number.NaN, 5],
  ])("refuses %s of %s", (successes, n) => {
    expect(() => calculateWilsonInterval(successes, n)).toThrow(RangeError);
  });

  it("mirrors when success and failure change places", () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), (successes, failures) => {
        fc.pre(successes + failures > 0);
        const interval = calculateWilsonInterval(successes, successes + failures);
        const mirrored = calculateWilsonInterval(failures, successes + failures);
        expect(interval?.low).toBeCloseTo(1 - (mirrored?.high ?? Number.NaN), 12);
        expect(interval?.high).toBeCloseTo(1 - (mirrored?.low ?? Number.NaN), 12);
      }),
    );
  });
});
