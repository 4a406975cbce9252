import { describe, expect, it } from "vitest";
import { formatPlain } from "./format";

describe("formatPlain", () => {
  it.each([
    [45.4, "points", "45"],
    [-12.5, "points", "-13"],
    [-0.4, "points", "0"],
    [0.4534, "share", "45.3"],
    [1, "share", "100.0"],
    [-0.0004, "share", "0.0"],
    [4.125, "mean", "4.13"],
    [null, "mean", ""],
  ] as const)("%s as %s is %s", (value, unit, text) => expect(formatPlain(value, unit)).toBe(text));
});
