import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addTallies,
  emptyTally,
  formCells,
  publishFigure,
  publishNamedFigure,
  type Tally,
  type Unit,
} from "./disclosure";

const anyK = fc.integer({ min: 3, max: 8 });
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 12 }), { maxLength: 7 })
  .map((sizes) => sizes.map((size, at): Unit<string> => ({ key: `unit ${at}`, size })));
const anyTally = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 })
  .map((counts): Tally => tallyOf(counts));

function tallyOf(counts: number[]): Tally {
  return {
    n: counts.reduce((n, count) => n + count, 0),
    sum: counts.reduce((sum, count, at) => sum + count * (at + 1), 0),
    counts,
  };
}

function sizeOf(units: readonly Unit<string>[], keys: readonly string[]): number {
  return units.reduce((sum, { key, size }) => (keys.includes(key) ? sum + size : sum), 0);
}

const units = (sizes: Record<string, number>) =>
  Object.entries(sizes).map(([key, size]): Unit<string> => ({ key, size }));

describe("formCells", () => {
  it("puts every unit with people into one cell of at least k, or hides all of them", () => {
    fc.assert(
      fc.property(anyUnits, anyK, (some, k) => {
        const { cells, hidden } = formCells(some, k);
        const present = some.filter(({ size }) => size > 0).map(({ key }) => key);
        expect([...cells.flatMap((cell) => cell.units), ...hidden].sort()).toEqual(present.sort());
        for (const cell of cells) {
          expect(cell.size).toBeGreaterThanOrEqual(k);
          expect(cell.size).toBe(sizeOf(some, cell.units));
        }
        expect(cells.filter((cell) => cell.units.length > 1).length).toBeLessThanOrEqual(1);
        // Complementary: beside what is shown nothing is hidden, so there is nothing to be found by subtraction.
        if (cells.length > 0) expect(hidden).toEqual([]);
        else expect(sizeOf(some, hidden)).toBeLessThan(k);
      }),
    );
  });

  it("merges no more than it must", () => {
    expect(formCells(units({ peer: 3, report: 4 }), 3).cells.map((cell) => cell.units)).toEqual([
      ["peer"],
      ["report"],
    ]);
    expect(formCells(units({ peer: 5, report: 2, customer: 1 }), 3).cells.map((cell) => cell.units)).toEqual([
      ["peer"],
      ["report", "customer"],
    ]);
    expect(formCells(units({ peer: 5, report: 4, customer: 1 }), 3).cells.map((cell) => cell.units)).toEqual([
      ["peer"],
      ["report", "customer"],
    ]);
  });

  it("merges the last of equally large ones", () => {
    expect(formCells(units({ peer: 4, report: 4, customer: 1 }), 3).cells.map((cell) => cell.units)).toEqual([
      ["peer"],
      ["report", "customer"],
    ]);
  });

  it("forms the same cells or larger ones with a larger k", () => {
    fc.assert(
      fc.property(anyUnits, anyK, anyK, (some, one, other) => {
        const [fine, coarse] = [formCells(some, Math.min(one, other)), formCells(some, Math.max(one, other))];
        for (const cell of coarse.cells) {
          const parts = fine.cells.filter((each) => each.units.some((key) => cell.units.includes(key)));
          expect(parts.flatMap((each) => each.units).sort()).toEqual([...cell.units].sort());
        }
      }),
    );
  });

  it("refuses a k below three", () => {
    expect(() => formCells(units({ peer: 9 }), 2)).toThrow();
    expect(() => formCells(units({ peer: 9 }), 3.5)).toThrow();
    expect(formCells([], 3)).toEqual({ cells: [], hidden: [] });
  });

  it("takes no earlier cell apart, and lets each grow by at least k or not at all", () => {
    const growing = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(growing, anyK, (sizes, k) => {
        const before = sizes.map(([size], at): Unit<string> => ({ key: `unit ${at}`, size }));
        const after = sizes.map(
          ([size, more], at): Unit<string> => ({ key: `unit ${at}`, size: size + more }),
        );
        const earlier = formCells(before, k).cells;
        const { cells, hidden } = formCells(after, k, earlier);
        expect(new Set(cells.flatMap((cell) => cell.units)).size).toBe(
          cells.flatMap((cell) => cell.units).length,
        );
        expect(cells.flatMap((cell) => cell.units).some((key) => hidden.includes(key))).toBe(false);
        for (const old of earlier) {
          const cell = cells.find((each) => each.units.includes(old.units[0] as string));
          expect(cell?.units).toEqual(expect.arrayContaining(old.units));
          if (cell?.isUnchanged) expect({ ...cell, isUnchanged: false }).toEqual(old);
          else expect((cell?.size ?? 0) - old.size).toBeGreaterThanOrEqual(k);
        }
        for (const cell of cells) expect(cell.size).toBeGreaterThanOrEqual(k);
      }),
    );
  });

  it("lets a small group wait until the merged cell grows by k with it", () => {
    const earlier = [{ units: ["peer", "report"], size: 4 }];
    expect(formCells(units({ peer: 3, report: 2, customer: 1 }), 3, earlier)).toEqual({
      cells: [{ units: ["peer", "report"], size: 4, isUnchanged: true }],
      hidden: ["customer"],
    });
    expect(formCells(units({ peer: 3, report: 2, customer: 2 }), 3, earlier)).toEqual({
      cells: [{ units: ["peer", "report", "customer"], size: 7, isUnchanged: false }],
      hidden: [],
    });
  });

  it("merges groups that came later with each other, never with what was shown alone", () => {
    const earlier = [{ units: ["peer"], size: 4 }];
    expect(formCells(units({ peer: 4, report: 2, customer: 1 }), 3, earlier)).toEqual({
      cells: [
        { units: ["peer"], size: 4, isUnchanged: true },
        { units: ["report", "customer"], size: 3, isUnchanged: false },
      ],
      hidden: [],
    });
    expect(formCells(units({ peer: 4, report: 2 }), 3, earlier).hidden).toEqual(["report"]);
    expect(formCells(units({ peer: 4, report: 3 }), 3, earlier)).toEqual({
      cells: [
        { units: ["peer"], size: 4, isUnchanged: true },
        { units: ["report"], size: 3, isUnchanged: false },
      ],
      hidden: [],
    });
  });
});

describe("publishFigure", () => {
  it("shows a mean of k and a distribution of k + 2 and no fewer", () => {
    fc.assert(
      fc.property(anyTally, anyK, (tally, k) => {
        const figure = publishFigure(tally, k);
        expect(figure !== null).toBe(tally.n >= k);
        if (figure) expect(figure).toEqual({ ...tally, counts: tally.n >= k + 2 ? tally.counts : null });
      }),
    );
  });

  it("changes what was shown by at least k people, and with a distribution only by k + 2", () => {
    fc.assert(
      fc.property(anyTally, anyTally, anyK, (before, more, k) => {
        const earlier = publishFigure(before, k);
        fc.pre(earlier !== null);
        const figure = publishFigure(addTallies([before, more]), k, earlier);
        if (more.n < k) expect(figure).toBe(earlier);
        else expect(figure?.n).toBe(before.n + more.n);
        if (more.n >= k) expect(figure?.counts !== null).toBe(more.n >= k + 2);
      }),
    );
  });

  it("shows everything of people who are not anonymous, and nothing without an answer", () => {
    expect(publishNamedFigure(tallyOf([0, 0, 1, 0, 0]))).toEqual({ n: 1, sum: 3, counts: [0, 0, 1, 0, 0] });
    expect(publishNamedFigure(emptyTally(5))).toBeNull();
  });
});
