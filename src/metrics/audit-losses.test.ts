import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listItemLosses } from "./audit-losses";
import { scoreAudit } from "./audit-score";

const item = (earned: number, possible: number, weight = 1, isBonus = false) => ({
  earned,
  possible,
  weight,
  isBonus,
  passPoints: possible,
  isCritical: false,
});

describe("listItemLosses", () => {
  it("tells what each item took from the total", () => {
    // Two sections of weights 1 and 3: half of a quarter, and a quarter of three quarters.
    const sections = [
      { weight: 1, items: [item(0, 1), item(1, 1)] },
      { weight: 3, items: [item(2, 4, 5), item(4, 4, 5)] },
    ];
    expect(listItemLosses(sections)).toEqual([
      [12.5, 0],
      [18.75, 0],
    ]);
  });

  it("takes nothing for bonus, and nothing where nothing counts", () => {
    expect(
      listItemLosses([
        { weight: 1, items: [item(0, 5, 1, true), item(1, 1)] },
        { weight: 1, items: [item(0, 5, 1, true)] },
        { weight: 0, items: [item(0, 1)] },
        { weight: 1, items: [] },
      ]),
    ).toEqual([[0, 0], [0], [0], []]);
    expect(listItemLosses([])).toEqual([]);
  });

  it("adds up with the score to 100 where there is neither bonus nor cap", () => {
    const items = fc.array(
      fc.record({
        possible: fc.integer({ min: 1, max: 10 }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), items })), (given) => {
        const sections = given.map(({ weight, items: parts }) => ({
          weight,
          items: parts.map(({ possible, part }, index) => item(possible * part, possible, index + 1)),
        }));
        const { score } = scoreAudit(sections, { isCapped: false });
        const losses = listItemLosses(sections)
          .flat()
          .reduce((sum, loss) => sum + loss, 0);
        if (score === null) expect(losses).toBe(0);
        else expect(score + losses).toBeCloseTo(100, 6);
      }),
    );
  });
});
