import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { report, sumOutcomes, wholeCheck } from "./outcome";

let lines: string[];
beforeEach(() => {
  lines = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

it("closes with the sum of everything, after the reasons of what was skipped", () => {
  report(
    sumOutcomes([
      wholeCheck(true),
      { passed: 40, failed: 0, skipped: [{ name: "sends by SMS", reason: "no gateway here" }] },
    ]),
  );
  expect(lines).toEqual(["Skipped: sends by SMS (no gateway here)", "41 passed, 0 failed, 1 skipped"]);
  expect(process.exitCode).toBe(0);
});

it("fails the command for one failure among many", () => {
  report(sumOutcomes([wholeCheck(false), { passed: 500, failed: 0, skipped: [] }]));
  expect(lines.at(-1)).toBe("500 passed, 1 failed, 0 skipped");
  expect(process.exitCode).toBe(1);
});
