import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectNumbers } from "./arbitraries.test-support";
import { calculateFunnel } from "./response-funnel";
import { calculateInvitedShare, calculateResponseRate } from "./response-rate";

describe("response rate", () => {
  it("divides by what was delivered", () => {
    expect(calculateResponseRate({ sent: 120, bounced: 20, answered: 36 })).toMatchObject({
      key: "responseRate",
      unit: "share",
      value: 0.36,
      n: 100,
    });
  });

  it("is null when nothing was delivered", () => {
    const nothing = { value: null, n: 0, interval: null };
    expect(calculateResponseRate({ sent: 0, bounced: 0, answered: 0 })).toMatchObject(nothing);
    expect(calculateResponseRate({ sent: 3, bounced: 3, answered: 0 })).toMatchObject(nothing);
    expect(calculateInvitedShare({ encounters: 0, invited: 0 })).toMatchObject(nothing);
  });

  it("takes an answer as proof of delivery", () => {
    expect(calculateResponseRate({ sent: 10, bounced: 6, answered: 5 })).toMatchObject({ value: 1, n: 5 });
  });

  it.each([
    { sent: 1, bounced: 0, answered: 2 },
    { sent: 1, bounced: 2, answered: 0 },
    { sent: 5, bounced: -1, answered: 0 },
    { sent: Number.NaN, bounced: 0, answered: 0 },
  ])("refuses counts that cannot be: %o", (counts) => {
    expect(() => calculateResponseRate(counts)).toThrow(RangeError);
  });

  it("lies between 0 and 1 within its interval for all counts", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.nat(5000), (a, b, c) => {
        const sent = Math.max(a, b, c);
        const figure = calculateResponseRate({ sent, bounced: Math.min(a, b), answered: c });
        for (const number of collectNumbers(figure)) expect(number).toSatisfy(Number.isFinite);
        expect(figure.value === null).toBe(figure.n === 0);
        if (figure.value === null || !figure.interval) return;
        expect(figure.interval.low).toBeLessThanOrEqual(figure.value);
        expect(figure.interval.high).toBeGreaterThanOrEqual(figure.value);
        expect(figure.interval.low).toBeGreaterThanOrEqual(0);
        expect(figure.interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("response funnel", () => {
  it("shows each step with the share that leads to it", () => {
    const steps = calculateFunnel({
      encounters: 200,
      eligible: 150,
      invited: 100,
      bounced: 20,
      answered: 40,
    });
    expect(steps.map(({ step, count, share }) => [step, count, share?.value ?? null])).toEqual([
      ["encounters", 200, null],
      ["eligible", 150, 0.75],
      ["invited", 100, 0.5],
      ["answered", 40, 0.5],
    ]);
  });

  it("is all null without encounters", () => {
    const steps = calculateFunnel({ encounters: 0, eligible: 0, invited: 0, bounced: 0, answered: 0 });
    expect(steps.map(({ share }) => share?.value ?? null)).toEqual([null, null, null, null]);
  });

  it("refuses a step larger than the one before", () => {
    const counts = { encounters: 10, eligible: 5, invited: 6, bounced: 0, answered: 0 };
    expect(() => calculateFunnel(counts)).toThrow(RangeError);
    expect(() => calculateFunnel({ ...counts, eligible: 11, invited: 5 })).toThrow(RangeError);
  });
});
