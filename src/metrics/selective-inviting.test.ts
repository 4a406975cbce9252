import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectNumbers } from "./arbitraries.test-support";
import { findSelectiveInviting } from "./selective-inviting";

/** Thirty employees who invite four of five, some with one customer more or fewer, as chance has it. */
const ordinary = Array.from({ length: 30 }, (_, index) => ({
  id: `employee ${index}`,
  encounters: 200,
  invited: 160 + ((index * 7) % 13) - 6,
}));

const outside = (groups: Parameters<typeof findSelectiveInviting>[0]) =>
  findSelectiveInviting(groups).groups.flatMap(({ id, outside }) => (outside ? [`${id} ${outside}`] : []));

describe("selective inviting", () => {
  it("shows up as an invited share outside the funnel limits", () => {
    expect(outside([...ordinary, { id: "chooser", encounters: 200, invited: 110 }])).toEqual([
      "chooser below",
    ]);
    expect(outside([...ordinary, { id: "asks all", encounters: 200, invited: 200 }])).toEqual([
      "asks all above",
    ]);
    expect(outside(ordinary)).toEqual([]);
  });

  it("is not read from one or two encounters", () => {
    expect(outside([...ordinary, { id: "new", encounters: 1, invited: 0 }])).toEqual([]);
    expect(outside([...ordinary, { id: "newer", encounters: 2, invited: 0 }])).toEqual([]);
  });

  it("accuses nobody where everybody differs", () => {
    const uneven = ordinary.map((group, index) => ({ ...group, invited: 100 + 3 * index }));
    expect(findSelectiveInviting(uneven).overdispersion).toBeGreaterThan(2);
    expect(outside(uneven)).toEqual([]);
  });

  it("has no limits without encounters", () => {
    const empty = { id: "empty", encounters: 0, invited: 0 };
    expect(findSelectiveInviting([])).toEqual({ target: null, overdispersion: 1, groups: [] });
    expect(findSelectiveInviting([empty]).groups[0]).toMatchObject({ limits: null, outside: null });
    expect(findSelectiveInviting([...ordinary, empty]).groups.at(-1)).toMatchObject({
      figure: { value: null },
      limits: null,
      outside: null,
    });
  });

  it("keeps order and finite numbers for any counts", () => {
    const counts = fc
      .tuple(fc.nat(400), fc.nat(400))
      .map(([a, b]) => ({ encounters: Math.max(a, b), invited: Math.min(a, b) }));
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 30 }), (list) => {
        const groups = list.map((each, index) => ({ id: `${index}`, ...each }));
        const result = findSelectiveInviting(groups);
        expect(result.groups.map(({ id }) => id)).toEqual(groups.map(({ id }) => id));
        for (const number of collectNumbers(result)) expect(number).toSatisfy(Number.isFinite);
      }),
    );
  });
});
