import { describe, expect, it } from "vitest";
import type { EyeFigure } from "../schema";
import { compareEyes } from "./compare-eyes";

const figure = (low: number, value: number, high: number, n = 30): EyeFigure => ({
  value,
  n,
  interval: { low, high },
});
const GOOD = figure(82, 88, 94);
const POOR = figure(40, 50, 60);
const BETWEEN = figure(60, 72, 85);
const NOTHING: EyeFigure = { value: null, n: 0, interval: null };

describe("compareEyes", () => {
  it("says who is certain of what", () => {
    expect(compareEyes({ evaluation: GOOD, audit: GOOD, customer: POOR }, 20)).toEqual({
      verdict: "disagree",
      good: ["evaluation", "audit"],
      poor: ["customer"],
    });
    expect(compareEyes({ evaluation: POOR, audit: NOTHING, customer: POOR }, 20).verdict).toBe("agree");
    expect(compareEyes({ evaluation: GOOD, audit: BETWEEN, customer: GOOD }, 20).verdict).toBe("agree");
    expect(compareEyes({ evaluation: GOOD, audit: BETWEEN, customer: NOTHING }, 20).verdict).toBe(
      "undecided",
    );
  });

  it("compares nothing of which there is too little", () => {
    expect(compareEyes({ evaluation: GOOD, audit: NOTHING, customer: NOTHING }, 20).verdict).toBe("tooFew");
    const few = { evaluation: GOOD, audit: { ...POOR, n: 2 }, customer: { ...POOR, n: 19 } };
    expect(compareEyes(few, 20)).toEqual({ verdict: "tooFew", good: ["evaluation"], poor: [] });
    expect(
      compareEyes({ evaluation: { ...GOOD, interval: null }, audit: POOR, customer: NOTHING }, 0).verdict,
    ).toBe("tooFew");
  });
});
