import { expect, it } from "vitest";
import { writeCsv } from "@/server/sheet";
import { describeReport } from "../report/describe-report";
import { makeEvaluationTexts } from "../report/evaluation-texts";
import { everywhere, makeReport } from "../report/sample-report.test-support";
import { makeReportSheet } from "./report-sheet";

const texts = makeEvaluationTexts("en", "Europe/Helsinki");
const linesOf = (given: Parameters<typeof makeReport>[0]) =>
  writeCsv(makeReportSheet(describeReport(makeReport(given), "en", "Europe/Helsinki"), texts))
    .trim()
    .split("\r\n");

it("has a line for each side of each competency and item, with what the page shows", () => {
  const lines = linesOf(everywhere({ self: [5], peer: [3, 4, 4, 4, 5], report: [1, 2] }));
  expect(lines[0]).toBe(
    "Level,Competency,Item,Rater group,Mean,Answers,95 % low,95 % high,Gap (self − others),Gave 1 label 1,Gave 2 label 2,Gave 3 label 3,Gave 4 label 4,Gave 5 label 5",
  );
  // Three competencies and six items, by self, the others together and their total.
  expect(lines).toHaveLength(1 + 9 * 3);
  expect(lines[1]).toMatch(/^Competency,Competency presence,,Self,5\.00,1,,,1\.71,,,,,$/);
  // 1, 2, 3, 4, 4, 4, 5: s = 1.380, t(6) = 2.447: ± 1.276.
  expect(lines[5]).toMatch(
    /^Item,Competency presence,1\.1 Item p1,Others together,3\.29,7,2\.01,4\.56,,1,1,1,3,1$/,
  );
});

it("has no line of what is hidden", () => {
  const lines = linesOf(everywhere({ manager: [4], peer: [1, 2] }));
  expect(lines).toHaveLength(1 + 9 * 2);
  expect(lines.join()).not.toContain("Colleagues");
});
