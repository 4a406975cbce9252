import { expect, it } from "vitest";
import { sumScores } from "./audit-figure";
import { compareSeverity } from "./auditor-severity";

it("compares an auditor with what others gave at the same places, by hand", () => {
  // Place A: own 60, 70 (mean 65), others 80, 90 (85). Place B: own 50, others 60, 70, 80 (70). C: nobody else went.
  // Observed 180/3 = 60; expected (2·85 + 70)/3 = 80; difference −20.
  // Within: 50 + 50 + 0 + 200 = 300 over 1 + 1 + 0 + 2 = 4 degrees: σ² = 75. Factor: (2 + 4/2) + (1 + 1/3) = 16/3.
  // Reach: 2.776445 · √(75 · 16/3) / 3 = 2.776445 · 20 / 3 = 18.5096.
  const severity = compareSeverity([
    { own: sumScores([60, 70]), others: sumScores([80, 90]) },
    { own: sumScores([50]), others: sumScores([60, 70, 80]) },
    { own: sumScores([10, 10]), others: sumScores([]) },
    { own: sumScores([]), others: sumScores([100]) },
  ]);
  expect(severity).toMatchObject({
    n: 5,
    comparedN: 3,
    othersN: 5,
    observed: 60,
    expected: 80,
    difference: -20,
  });
  expect(severity?.interval.low).toBeCloseTo(-38.5096, 3);
  expect(severity?.interval.high).toBeCloseTo(-1.4904, 3);
  expect(severity?.isDifferent).toBe(true);
});

it("says nothing of too few audits, and never of an exact difference", () => {
  expect(compareSeverity([])).toBeNull();
  expect(compareSeverity([{ own: sumScores([60, 70]), others: sumScores([80, 90, 70]) }])).toBeNull();
  expect(compareSeverity([{ own: sumScores([60, 70, 80]), others: sumScores([80, 90]) }])).toBeNull();
  const alike = compareSeverity([{ own: sumScores([80, 80, 80]), others: sumScores([80, 80, 80]) }]);
  expect(alike?.difference).toBe(0);
  expect(alike?.interval.high).toBeGreaterThan(0.5);
});
