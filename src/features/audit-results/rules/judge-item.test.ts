import { expect, it } from "vitest";
import { auditShare, pointsShare } from "@/metrics/audit-figure";
import { codeAnswers, findNoInformation, levelOf } from "./judge-item";

it("an item tells nothing when all of at least twenty visits end alike", () => {
  const judge = (failed: number, n: number, points: number) =>
    findNoInformation(auditShare(failed, n), pointsShare(n, points));
  expect(judge(0, 20, 20)).toBe("everybodyPasses");
  expect(judge(20, 20, 0)).toBe("everybodyFails");
  expect(judge(0, 19, 19)).toBeNull();
  expect(judge(1, 20, 19)).toBeNull();
  // Everybody passes, with more or fewer points.
  expect(judge(0, 20, 17.5)).toBeNull();
  expect(judge(20, 20, 5)).toBeNull();
  expect(judge(0, 0, 0)).toBeNull();
});

it("answers become numbers by the kind of item", () => {
  const of = (...answers: string[]) => [{ answers, visits: 1 }];
  expect(codeAnswers("yes_no", [], [{ answers: ["0", "1"], visits: 2 }])).toEqual([
    [0, 1],
    [0, 1],
  ]);
  expect(codeAnswers("scale", ["bad", "fair", "good"], of("good", "bad"))).toEqual([[2, 0]]);
  expect(codeAnswers("multiple_choice", ["a", "b"], of("a b", "a b"))).toEqual([[2, 2]]);
  expect(codeAnswers("duration", [], of("90", "120.5"))).toEqual([[90, 120.5]]);
  expect(levelOf("scale")).toBe("ordinal");
  expect(levelOf("photo")).toBeNull();
});
