import { expect, it } from "vitest";
import { percentile, spread, timing } from "./statistics";

it("takes percentiles by the nearest rank", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(timing(hundred)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100, n: 100 });
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([], 0.5)).toBeNaN();
});

it("keeps the runs beside their median and ends", () => {
  expect(spread([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3, runs: [3, 1, 2] });
});
