import { expect, it } from "vitest";
import { stackMarks } from "./stack-marks";

const lanesOf = (...values: number[]) =>
  stackMarks(
    values.map((value) => ({ value })),
    [1, 5],
  ).marks.map(({ value, lane }) => `${value}/${lane}`);

it("leaves marks that are apart on one line", () => {
  expect(lanesOf(1, 2, 3.5)).toEqual(["1/0", "2/0", "3.5/0"]);
});

it("sets marks that would cover each other below each other, and goes back up after them", () => {
  expect(lanesOf(4, 3, 3.1, 3)).toEqual(["3/0", "3/1", "3.1/2", "4/0"]);
});

it("keeps a line for a row without marks", () => {
  expect(stackMarks([], [1, 5])).toEqual({ marks: [], lanes: 1 });
});
