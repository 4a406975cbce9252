import { expect, it } from "vitest";
import { splitDelay } from "./delay";

it.each([
  [0, 0, "minutes"],
  [30, 30, "minutes"],
  [60, 1, "hours"],
  [90, 90, "minutes"],
  [1440, 1, "days"],
  [1500, 25, "hours"],
  [43_200, 30, "days"],
] as const)("%i minutes are %i %s", (minutes, amount, unit) => {
  expect(splitDelay(minutes)).toEqual({ amount, unit });
});
