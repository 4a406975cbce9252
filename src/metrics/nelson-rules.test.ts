import { describe, expect, it } from "vitest";
import { findSignals } from "./nelson-rules";

const inside = (value: number | null, canRun?: boolean) => ({ value, lower: -10, upper: 10, canRun });
const rules = (points: Parameters<typeof findSignals>[0]) =>
  findSignals(points, 0).map((signal) => signal && `${signal.rule} ${signal.side}`);

describe("Nelson's rules 1 and 2", () => {
  it("signal beyond the limits, not on them", () => {
    expect(rules([inside(10), inside(10.01), inside(-10), inside(-10.01)])).toEqual([
      null,
      "beyond-limits above",
      null,
      "beyond-limits below",
    ]);
  });

  it("signal the ninth in a row on one side and those after it", () => {
    const run = new Array(10).fill(inside(-1));
    expect(rules(run)).toEqual([...new Array(8).fill(null), "run-of-nine below", "run-of-nine below"]);
    expect(rules([...new Array(8).fill(inside(1)), inside(-1), inside(1)])).toEqual(new Array(10).fill(null));
  });

  it("end a run on the centre, and there never begin one", () => {
    expect(rules([...new Array(8).fill(inside(1)), inside(0), inside(1)])).toEqual(new Array(10).fill(null));
    expect(rules(new Array(12).fill(inside(0)))).toEqual(new Array(12).fill(null));
    expect(rules(new Array(12).fill(inside(1e-12)))).toEqual(new Array(12).fill(null));
  });

  it("pass over points without a value and points too skewed to have sides", () => {
    const eight = new Array(8).fill(inside(1));
    expect(rules([...eight, inside(null), inside(1)]).at(-1)).toBe("run-of-nine above");
    expect(rules([...eight, inside(-1, false), inside(1)]).at(-1)).toBe("run-of-nine above");
    expect(rules([...eight, inside(1, false)]).at(-1)).toBeNull();
  });

  it("prefer the stronger reason", () => {
    expect(rules([...new Array(8).fill(inside(1)), inside(11)]).at(-1)).toBe("beyond-limits above");
  });

  it("find no point beyond limits that do not exist", () => {
    expect(findSignals([{ value: 1000, lower: null, upper: null }], 0)).toEqual([null]);
  });
});
