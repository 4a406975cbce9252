import { describe, expect, it } from "vitest";
import { choosePlotNames, findNearestPoint, type PlotPoint } from "./plot-point";

const point = (key: string, value: number, zone: PlotPoint["zone"]): PlotPoint => ({
  key,
  name: key,
  n: 10,
  value,
  lines: [],
  zone,
});

describe("names in a funnel plot", () => {
  it("are those of dots outside the limits only, the farthest ones where they are many", () => {
    const few = [point("far", 90, "outside"), point("near", 50, "inside"), point("edge", 70, "between")];
    expect([...choosePlotNames(few, 40)]).toEqual(["far"]);
    const many = Array.from({ length: 15 }, (_, index) => point(`${index}`, 50 + index, "outside"));
    const named = choosePlotNames([...many, point("below", 0, "outside")], 45);
    expect(named.size).toBe(10);
    expect(named.has("below")).toBe(true);
    expect(named.has("0")).toBe(false);
  });
});

describe("the nearest dot", () => {
  const marks = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ];

  it("is found within reach only", () => {
    expect(findNearestPoint(marks, { x: 7, y: 1 }, 20)).toBe(marks[1]);
    expect(findNearestPoint(marks, { x: 40, y: 0 }, 20)).toBeNull();
    expect(findNearestPoint([], { x: 0, y: 0 }, 20)).toBeNull();
  });
});
