import { expect, it } from "vitest";
import { cleanCell } from "./raw-row";

it.each([
  [undefined, ""],
  ["  Kassa ", "Kassa"],
  ["'=1+1", "=1+1"],
  ["'tis good", "'tis good"],
  // PostgreSQL's texts cannot hold U+0000.
  ["\0 Kas\0sa", "Kassa"],
])("%j is %j", (cell, text) => {
  expect(cleanCell(cell)).toBe(text);
});
