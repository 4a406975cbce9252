import { describe, expect, it } from "vitest";
import { auditFigure, sumScores } from "@/metrics/audit-figure";
import { calculateFigure } from "@/metrics/figure";
import { distributionFromRows } from "@/metrics/score-distribution";
import { compareWithCustomers, findLevel } from "./beside-customers";

const csat = (satisfied: number, not: number) =>
  calculateFigure(
    distributionFromRows("csat", [
      { score: 5, count: satisfied },
      { score: 2, count: not },
    ]),
  );
const nps = (promoters: number, passives: number, detractors: number) =>
  calculateFigure(
    distributionFromRows("nps", [
      { score: 10, count: promoters },
      { score: 7, count: passives },
      { score: 2, count: detractors },
    ]),
  );
/** 92 % in eight visits: 90.2–93.8. */
const goodAudits = auditFigure(sumScores([90, 94, 92, 91, 93, 89, 95, 92]));
const poorAudits = auditFigure(sumScores([50, 54, 52, 51, 53, 49, 55, 52]));

describe("compareWithCustomers", () => {
  it("finds the example: audits 92 %, customers CSAT 61 %", () => {
    // 61 of 100: Wilson 51.2–70.0 %, below the 80 % that are good.
    expect(compareWithCustomers(goodAudits, csat(61, 39), "csat", 5)).toBe("standardMisses");
  });

  it("does not decide on few answers: 8 of 13 may be 80 %", () => {
    // 11 of 18: Wilson 38.6–79.7 %, just short of good; 8 of 13: 35.5–82.3 %.
    expect(compareWithCustomers(goodAudits, csat(11, 7), "csat", 5)).toBe("standardMisses");
    expect(compareWithCustomers(goodAudits, csat(8, 5), "csat", 5)).toBe("undecided");
    // 74 %, neither good nor poor, however many.
    expect(compareWithCustomers(goodAudits, csat(740, 260), "csat", 5)).toBe("undecided");
  });

  it("finds the other way round, and agreement", () => {
    expect(compareWithCustomers(poorAudits, csat(190, 10), "csat", 5)).toBe("customersForgive");
    expect(compareWithCustomers(goodAudits, csat(190, 10), "csat", 5)).toBe("agree");
    expect(compareWithCustomers(poorAudits, nps(10, 20, 70), "nps", 5)).toBe("agree");
    expect(compareWithCustomers(goodAudits, nps(10, 20, 70), "nps", 5)).toBe("standardMisses");
  });

  it("says when there is too little of either", () => {
    expect(compareWithCustomers(auditFigure(sumScores([92, 93])), csat(61, 39), "csat", 5)).toBe("tooFew");
    expect(compareWithCustomers(goodAudits, csat(2, 2), "csat", 5)).toBe("tooFew");
    expect(compareWithCustomers(auditFigure(sumScores([])), csat(0, 0), "csat", 0)).toBe("tooFew");
  });
});

it("a level is certain: good with the whole interval, poor without any of it being good", () => {
  const level = (value: number, low: number, high: number, kind: "audit" | "csat" | "nps" | "ces") =>
    findLevel({ value, interval: { low, high } }, kind);
  expect(level(85, 80, 90, "audit")).toBe("good");
  expect(level(85, 79.9, 90, "audit")).toBe("between");
  expect(level(70, 60, 79.9, "audit")).toBe("poor");
  expect(level(70, 60, 80, "audit")).toBe("between");
  expect(level(70.1, 69, 71, "audit")).toBe("between");
  expect(level(0, -20, 20, "nps")).toBe("poor");
  expect(level(5.7, 5.5, 6, "ces")).toBe("good");
  expect(findLevel({ value: null, interval: null }, "csat")).toBeNull();
  expect(findLevel({ value: 90, interval: null }, "audit")).toBeNull();
});
