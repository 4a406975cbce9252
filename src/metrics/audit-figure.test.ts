import { describe, expect, it } from "vitest";
import { addScores, auditFigure, auditShare, pointsShare, sumScores } from "./audit-figure";

describe("auditFigure", () => {
  it("is the mean with its Student interval", () => {
    // 70, 80, 90, 100: mean 85, s = √(500/3) = 12.910, t(3) = 3.182: ± 20.54, cut at 100.
    const figure = auditFigure(sumScores([70, 80, null, 90, 100]));
    expect(figure).toMatchObject({ score: 85, n: 4, isProvisional: false });
    expect(figure.interval?.low).toBeCloseTo(64.457, 2);
    expect(figure.interval?.high).toBe(100);
  });

  it("is provisional below three audits, without an interval for one, null for none", () => {
    expect(auditFigure(sumScores([50, 60]))).toMatchObject({ score: 55, isProvisional: true });
    expect(auditFigure(sumScores([50]))).toEqual({ score: 50, n: 1, interval: null, isProvisional: true });
    expect(auditFigure(sumScores([null]))).toEqual({
      score: null,
      n: 0,
      interval: null,
      isProvisional: true,
    });
  });

  it("claims no exact mean where all scores are equal", () => {
    const { interval } = auditFigure(sumScores([92.3, 92.3, 92.3]));
    // What rounding to whole per cent hides: s = √(1/12), t(2) = 4.303: ± 0.717.
    expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeCloseTo(1.434, 2);
  });

  it("does not cut a mean above 100, and adds up slices", () => {
    expect(auditFigure(sumScores([110, 120])).score).toBe(115);
    expect(addScores(sumScores([10, 20]), sumScores([30]))).toEqual(sumScores([10, 20, 30]));
  });
});

describe("shares", () => {
  it("have Wilson's interval", () => {
    // Wilson 95 % of 1/10: 0.0179 to 0.4042 (Newcombe 1998).
    const share = auditShare(1, 10);
    expect(share.value).toBe(0.1);
    expect(share.interval?.low).toBeCloseTo(0.0179, 4);
    expect(share.interval?.high).toBeCloseTo(0.4042, 4);
    expect(auditShare(0, 0)).toEqual({ value: null, count: 0, n: 0, interval: null });
  });

  it("of points keep a width where everybody earned all, and bear the last digit", () => {
    expect(pointsShare(4, 4.000000000001).value).toBe(1);
    expect(pointsShare(4, 4).interval?.low).toBeCloseTo(0.51, 2);
    expect(pointsShare(4, 2.5).value).toBe(0.625);
  });
});
