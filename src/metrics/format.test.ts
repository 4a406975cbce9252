import { describe, expect, it } from "vitest";
import {
  formatDifference,
  formatDifferenceInterval,
  formatFigure,
  formatInterval,
  formatScore,
  formatValue,
  NO_FIGURE,
} from "./format";

const NBSP = "\u00a0";
const MINUS = "\u2212";

describe("formatting a figure", () => {
  it.each([
    [45.4, "+45"],
    [-12.5, `${MINUS}13`],
    [0, "0"],
    [-0.4, "0"],
    [0.4, "0"],
    [100, "+100"],
  ])("NPS %f is %s in every language", (value, expected) => {
    for (const locale of ["en", "fi", "sv", "fi-FI"]) {
      expect(formatFigure({ value, unit: "points" }, locale)).toBe(expected);
      expect(formatFigure({ value, unit: "points" }, locale, { digits: "exact" })).toBe(expected);
    }
  });

  it("shares are whole per cent, with one decimal when exact", () => {
    expect(formatValue(0.4567, "share", "en")).toBe("46%");
    expect(formatValue(0.4567, "share", "en", { digits: "exact" })).toBe("45.7%");
    expect(formatValue(0.4567, "share", "fi")).toBe(`46${NBSP}%`);
    expect(formatValue(0.4567, "share", "fi", { digits: "exact" })).toBe(`45,7${NBSP}%`);
    expect(formatValue(0.4567, "share", "sv", { digits: "exact" })).toBe(`45,7${NBSP}%`);
    expect(formatValue(1, "share", "fi")).toBe(`100${NBSP}%`);
  });

  it("means have two decimals", () => {
    expect(formatValue(5.678, "mean", "en")).toBe("5.68");
    expect(formatValue(5, "mean", "fi")).toBe("5,00");
  });

  it("nothing is a dash, not a zero", () => {
    for (const unit of ["points", "share", "mean"] as const) {
      expect(formatFigure({ value: null, unit }, "fi")).toBe("–");
      expect(formatInterval(null, unit, "fi")).toBe("–");
      expect(formatDifference(null, unit, "fi")).toBe("–");
      expect(formatDifferenceInterval(null, unit, "fi")).toBe("–");
    }
  });
});

describe("formatting intervals and differences", () => {
  it("writes a score, which is in percent, as every other share", () => {
    expect(formatScore(84.5, "fi")).toBe(`85${NBSP}%`);
    expect(formatScore(84.44, "en", { digits: "exact" })).toBe("84.4%");
    expect(formatScore(0, "en")).toBe("0%");
    expect(formatScore(null, "en")).toBe(NO_FIGURE);
  });

  it("keeps a range of signed points readable", () => {
    const interval = { low: -5.2, high: 30 };
    expect(formatInterval(interval, "points", "en")).toBe(`${MINUS}5 to +30`);
    expect(formatInterval(interval, "points", "fi")).toBe(`${MINUS}5…+30`);
    expect(formatInterval(interval, "points", "sv")).toBe(`${MINUS}5 till +30`);
  });

  it("writes the per cent sign once", () => {
    const interval = { low: 0.381, high: 0.522 };
    expect(formatInterval(interval, "share", "en")).toBe("38–52%");
    expect(formatInterval(interval, "share", "fi")).toBe(`38–52${NBSP}%`);
    expect(formatInterval(interval, "share", "fi", { digits: "exact" })).toBe(`38,1–52,2${NBSP}%`);
    expect(formatInterval({ low: 4.123, high: 4.567 }, "mean", "fi")).toBe("4,12–4,57");
  });

  it("signs differences, and tells percentage points from per cent", () => {
    expect(formatDifference(4.6, "points", "fi")).toBe("+5");
    expect(formatDifference(-0.049, "share", "fi")).toBe(`${MINUS}5${NBSP}%-yks.`);
    expect(formatDifference(-0.049, "share", "en", { digits: "exact" })).toBe(`${MINUS}4.9${NBSP}pp`);
    expect(formatDifference(0.25, "mean", "sv")).toBe("+0,25");
    expect(formatDifference(0.001, "share", "en")).toBe(`0${NBSP}pp`);
    expect(formatDifferenceInterval({ low: -0.02, high: 0.09 }, "share", "en")).toBe(
      `${MINUS}2 to +9${NBSP}pp`,
    );
    expect(formatDifferenceInterval({ low: -0.02, high: 0.09 }, "share", "fi")).toBe(
      `${MINUS}2…+9${NBSP}%-yks.`,
    );
    expect(formatDifferenceInterval({ low: -2, high: 9 }, "points", "en")).toBe(`${MINUS}2 to +9`);
  });
});
