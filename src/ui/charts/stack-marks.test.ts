import { expect, it } from "vitest";
import { stackMarks } from "./stack-marks";

const stack = (...values: number[]) =>
  stackMarks(
    values.map((value) => ({ value })),
    [1, 5],
  );
const lanesOf = (...values: number[]) => stack(...values).marks.map(({ value, lane }) => `${value}/${lane}`);

it("leaves marks that are apart on one line", () => {
  expect(lanesOf(3.5, 1, 2)).toEqual(["3.5/0", "1/0", "2/0"]);
  expect(stack(3.5, 1)).toMatchObject({ lowest: 0, highest: 0 });
});

it("sets marks that would cover one before them below and above it by turns", () => {
  expect(lanesOf(3, 3.1, 3, 4, 3)).toEqual(["3/0", "3.1/1", "3/-1", "4/0", "3/2"]);
  expect(stack(3, 3.1, 3, 4, 3)).toMatchObject({ lowest: -1, highest: 2 });
});

it("keeps the line for a row without marks", () => {
  expect(stack()).toEqual({ marks: [], lowest: 0, highest: 0 });
});
