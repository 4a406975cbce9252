import { expect, it } from "vitest";
import { readNumber } from "./amount-controls";

it.each([
  ["", null],
  [" ", null],
  ["12", 12],
  ["3,5", 3.5],
  ["3.5", 3.5],
  ["1 200", 1200],
  ["0", 0],
  ["-1", undefined],
  ["3,", undefined],
  ["many", undefined],
  ["99999999999", undefined],
])("reads %j as %s", (text, number) => {
  expect(readNumber(text)).toBe(number);
});
