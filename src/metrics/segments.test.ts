import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDistribution } from "./arbitraries.test-support";
import { countAnswers, distributionFromScores, emptyDistribution } from "./score-distribution";
import { cesBand, countBands, countInBand, csatBand, npsBand } from "./segments";

describe("bands", () => {
  it("of NPS: 0–6, 7–8, 9–10", () => {
    const bands = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(npsBand);
    expect(bands).toEqual([...new Array(7).fill("detractor"), "passive", "passive", "promoter", "promoter"]);
  });

  it("of CSAT: 1–2, 3, 4–5", () => {
    expect([1, 2, 3, 4, 5].map(csatBand)).toEqual([
      "dissatisfied",
      "dissatisfied",
      "neutral",
      "satisfied",
      "satisfied",
    ]);
  });

  it("of CES: 1–3, 4, 5–7", () => {
    const bands = [1, 2, 3, 4, 5, 6, 7].map(cesBand);
    expect(bands).toEqual([
      ...new Array(3).fill("dissatisfied"),
      "neutral",
      ...new Array(3).fill("satisfied"),
    ]);
  });

  it("refuse scores off the scale", () => {
    expect(() => npsBand(11)).toThrow(RangeError);
    expect(() => csatBand(0)).toThrow(RangeError);
    expect(() => cesBand(6.5)).toThrow(RangeError);
  });
});

describe("counting bands", () => {
  it("lists all bands worst first, with shares of all answers", () => {
    expect(countBands(distributionFromScores("nps", [0, 6, 7, 10]))).toEqual([
      { band: "detractor", count: 2, share: 0.5 },
      { band: "passive", count: 1, share: 0.25 },
      { band: "promoter", count: 1, share: 0.25 },
    ]);
  });

  it("has no shares without answers", () => {
    expect(countBands(emptyDistribution("csat")).map(({ share }) => share)).toEqual([null, null, null]);
    expect(countInBand(emptyDistribution("csat"), "promoter")).toBe(0);
  });

  it("loses no answer", () => {
    fc.assert(
      fc.property(anyDistribution(), (distribution) => {
        const total = countBands(distribution).reduce((sum, { count }) => sum + count, 0);
        expect(total).toBe(countAnswers(distribution));
      }),
    );
  });
});
