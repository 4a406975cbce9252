import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyDistributions, collectNumbers } from "./arbitraries.test-support";
import { calculateFigure } from "./figure";
import { rankGroups, sortMostCertainFirst } from "./ranking";
import {
  distributionFromRows,
  distributionFromScores,
  emptyDistribution,
  sumDistributions,
} from "./score-distribution";

function nps(id: string, detractors: number, passives: number, promoters: number) {
  return {
    id,
    distribution: distributionFromRows("nps", [
      { score: 3, count: detractors },
      { score: 7, count: passives },
      { score: 10, count: promoters },
    ]),
  };
}

describe("ranking", () => {
  // Twenty employees with 500 answers each, NPS from 50 down to 12 in steps of 2, and three newcomers.
  const established = Array.from({ length: 20 }, (_, index) =>
    nps(`employee ${String(index + 1).padStart(2, "0")}`, 50 + 5 * index, 150, 300 - 5 * index),
  );
  const staff = [
    nps("lucky newcomer", 0, 0, 5),
    ...established,
    nps("unknown", 0, 0, 4),
    nps("absent", 0, 0, 0),
  ];
  const ranked = rankGroups(staff, { minimumN: 5 });
  const byId = new Map(ranked.map((row) => [row.id, row]));

  it("does not put five happy answers above five hundred good ones", () => {
    expect(byId.get("lucky newcomer")?.figure.value).toBe(100);
    const order = ranked.filter(({ rank }) => rank !== null).map(({ id }) => id);
    expect(order[0]).toBe("employee 01");
    expect(order.indexOf("lucky newcomer")).toBeGreaterThan(1);
    expect(order.filter((id) => id !== "lucky newcomer")).toEqual(established.map(({ id }) => id));
    expect(ranked.map(({ rank }) => rank)).toEqual([...order.map((_, index) => index + 1), null, null]);
  });

  it("does not rank groups with too few answers, and shows them last, by id", () => {
    expect(ranked.slice(-2)).toMatchObject([
      { id: "absent", isTooFew: true, rank: null, tie: null, shrunken: null },
      { id: "unknown", isTooFew: true, rank: null, tie: null },
    ]);
  });

  it("never ranks a group without answers, whatever the minimum", () => {
    const rows = rankGroups([nps("a", 0, 0, 0), nps("b", 1, 1, 1)], { minimumN: 0 });
    expect(rows.map(({ id, rank }) => [id, rank])).toEqual([
      ["b", 1],
      ["a", null],
    ]);
  });

  it("marks groups whose intervals overlap as tied", () => {
    // 50 [43.8, 55.6] overlaps with 38 [31.2, 44.3] and not with 36 [29.2, 42.4].
    expect(byId.get("employee 01")?.tie).toBe("A");
    expect(byId.get("employee 02")?.tie).toMatch(/^AB/);
    expect(byId.get("employee 07")?.tie).toMatch(/^A–/);
    expect(byId.get("employee 08")?.tie).toMatch(/^B–/);
    expect(byId.get("employee 20")?.tie).not.toContain("A");
  });

  it("has no tie to mark for a group that stands apart", () => {
    const rows = rankGroups([...established, nps("far below", 400, 50, 50)], { minimumN: 5 });
    expect(rows.at(-1)).toMatchObject({ id: "far below", rank: 21, tie: null });
  });

  it("gives equal groups the same rank", () => {
    const rows = rankGroups([nps("b", 1, 2, 9), nps("a", 1, 2, 9), nps("c", 9, 2, 1)], { minimumN: 5 });
    expect(rows.map(({ id, rank }) => [id, rank])).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", 3],
    ]);
  });

  it("ties a mean of a single answer with everybody", () => {
    const rows = rankGroups(
      [
        { id: "one", distribution: distributionFromScores("ces", [1]) },
        { id: "many", distribution: distributionFromRows("ces", [{ score: 7, count: 50 }]) },
      ],
      { minimumN: 1 },
    );
    expect(rows.map(({ tie }) => tie)).toEqual(["A", "A"]);
  });

  it("shrinks towards the organization when only some of its groups are shown", () => {
    const organization = distributionFromRows("nps", [
      { score: 3, count: 6000 },
      { score: 10, count: 4000 },
    ]);
    const [alone] = rankGroups([nps("a", 0, 2, 6)], { minimumN: 5, organization });
    expect(alone?.figure.value).toBe(75);
    expect(alone?.shrunken).toBeLessThan(75);
    expect(alone?.shrunken).toBeGreaterThan(-20);
  });

  it("refuses a group twice and mixed metrics, and takes none", () => {
    expect(() => rankGroups([nps("a", 1, 1, 1), nps("a", 1, 1, 1)], { minimumN: 5 })).toThrow(RangeError);
    const ces = { id: "b", distribution: distributionFromScores("ces", [5]) };
    expect(() => rankGroups([nps("a", 1, 1, 1), ces], { minimumN: 5 })).toThrow(RangeError);
    expect(() => rankGroups([ces], { minimumN: 5, organization: nps("a", 1, 1, 1).distribution })).toThrow(
      RangeError,
    );
    expect(rankGroups([], { minimumN: 5 })).toEqual([]);
    expect(rankGroups([{ id: "a", distribution: emptyDistribution("csat") }], { minimumN: 5 })).toHaveLength(
      1,
    );
  });

  it("is the same for every order of the input", () => {
    const shuffled = anyDistributions({ minLength: 1 }).chain(([, distributions]) => {
      const groups = distributions.map((distribution, index) => ({ id: `group ${index}`, distribution }));
      return fc.tuple(
        fc.constant(groups),
        fc.shuffledSubarray(groups, { minLength: groups.length, maxLength: groups.length }),
      );
    });
    fc.assert(
      fc.property(shuffled, ([groups, other]) => {
        expect(rankGroups(other, { minimumN: 5 })).toEqual(rankGroups(groups, { minimumN: 5 }));
      }),
    );
  });

  it("keeps every group, never NaN, each shrunken estimate between its figure and the organization's", () => {
    fc.assert(
      fc.property(anyDistributions(), ([metric, distributions]) => {
        const groups = distributions.map((distribution, index) => ({ id: `${index}`, distribution }));
        const rows = rankGroups(groups, { minimumN: 5 });
        const mean = calculateFigure(sumDistributions(metric, distributions)).value ?? Number.NaN;
        expect(rows.map(({ id }) => id).sort()).toEqual(groups.map(({ id }) => id).sort());
        for (const number of collectNumbers(rows)) expect(number).toSatisfy(Number.isFinite);
        for (const { figure, shrunken, isTooFew, rank } of rows) {
          expect(rank === null).toBe(isTooFew);
          expect(shrunken === null).toBe(figure.n === 0);
          if (shrunken === null || figure.value === null) continue;
          expect(shrunken).toBeGreaterThanOrEqual(Math.min(figure.value, mean) - 1e-9);
          expect(shrunken).toBeLessThanOrEqual(Math.max(figure.value, mean) + 1e-9);
        }
      }),
    );
  });
});

describe("most certain first", () => {
  const row = (id: string, scores: number[]) => ({
    id,
    figure: calculateFigure(distributionFromScores("ces", scores)),
  });

  it("sorts by the width of the interval, those without one last", () => {
    const rows = [
      row("none", []),
      row("one", [4]),
      row("two", [3, 5]),
      row("many", [4, 4, 5, 5, 4, 5, 4, 5]),
    ];
    expect(sortMostCertainFirst(rows).map(({ id }) => id)).toEqual(["many", "two", "one", "none"]);
    expect(sortMostCertainFirst([row("b", []), row("a", [])]).map(({ id }) => id)).toEqual(["a", "b"]);
  });
});
