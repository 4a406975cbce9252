import { describe, expect, it } from "vitest";
import { findScalePosition } from "./scale-position";
import { buildSparklinePath, findSparklineDomain } from "./sparkline-path";

describe("buildSparklinePath", () => {
  it("draws from the bottom of the scale to its top across the whole width", () => {
    expect(buildSparklinePath([0, 5, 10], [0, 10])).toBe("M0.00 22.00L50.00 12.00L100.00 2.00");
  });

  it("leaves a gap for null and draws a lonely value as a point", () => {
    expect(buildSparklinePath([0, null, 10], [0, 10])).toBe("M0.00 22.00h0.01M100.00 2.00h0.01");
  });

  it("is empty without values", () => {
    expect(buildSparklinePath([], [0, 10])).toBe("");
    expect(buildSparklinePath([null, null], [0, 10])).toBe("");
  });
});

describe("findSparklineDomain", () => {
  it("holds the values and ignores gaps", () => {
    expect(findSparklineDomain([3, null, -2])).toEqual([-2, 3]);
    expect(findSparklineDomain([null])).toEqual([0, 1]);
  });
});

describe("findScalePosition", () => {
  it("stays inside the scale", () => {
    expect(findScalePosition(25, [0, 100])).toBe(0.25);
    expect(findScalePosition(-500, [-100, 100])).toBe(0);
    expect(findScalePosition(500, [-100, 100])).toBe(1);
    expect(findScalePosition(3, [3, 3])).toBe(0);
  });
});
