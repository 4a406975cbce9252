import { describe, expect, it } from "vitest";
import { findMoved } from "./find-moved";

describe("findMoved", () => {
  const list = (keys: string) => [...keys].map((key) => ({ key }));
  it.each([
    ["abcd", "abcd", ""],
    ["abcd", "bcda", "a"],
    ["abcd", "dabc", "d"],
    ["abcd", "acbd", 1],
    ["abcd", "dcba", 3],
    ["abcd", "xaybz", ""],
    ["", "abc", ""],
  ])("%s → %s: %s", (from, to, expected) => {
    const moved = findMoved(list(from), list(to));
    if (typeof expected === "number") expect(moved.size).toBe(expected);
    else expect([...moved].join("")).toBe(expected);
  });
});
