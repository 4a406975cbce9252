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
    // 122 of 200: Wilson 54.1–67.5 %, below 70 %.
    expect(compareWithCustomers(goodAudits, csat(122, 78), "csat", 5)).toBe("standardMisses");
  });

  it("does not decide on few answers: 62 of 100 may be 70 %", () => {
    // Wilson 52.2–70.9 %: not wholly below the line.
    expect(compareWithCustomers(goodAudits, csat(62, 38), "csat", 5)).toBe("undecided");
    expect(compareWithCustomers(goodAudits, csat(11, 7), "csat", 5)).toBe("undecided");
  });

  it("finds the other way round, and agreement", () => {
    expect(compareWithCustomers(poorAudits, csat(190, 10), "csat", 5)).toBe("customersForgive");
    expect(compareWithCustomers(goodAudits, csat(190, 10), "csat", 5)).toBe("agree");
    expect(compareWithCustomers(poorAudits, nps(10, 20, 70), "nps", 5)).toBe("agree");
    expect(compareWithCustomers(goodAudits, nps(10, 20, 70), "nps", 5)).toBe("standardMisses");
  });

  it("says when there is too little of either", () => {
    expect(compareWithCustomers(auditFigure(sumScores([92, 93])), csat(122, 78), "csat", 5)).toBe("tooFew");
    expect(compareWithCustomers(goodAudits, csat(2, 2), "csat", 5)).toBe("tooFew");
    expect(compareWithCustomers(auditFigure(sumScores([])), csat(0, 0), "csat", 0)).toBe("tooFew");
  });
});

it("a level needs the whole interval at or beyond the line", () => {
  expect(findLevel({ low: 80, high: 90 }, "audit")).toBe("good");
  expect(findLevel({ low: 79.9, high: 90 }, "audit")).toBe("between");
  expect(findLevel({ low: -20, high: 0 }, "nps")).toBe("poor");
  expect(findLevel({ low: 5.5, high: 6 }, "ces")).toBe("good");
  expect(findLevel(null, "csat")).toBeNull();
});
