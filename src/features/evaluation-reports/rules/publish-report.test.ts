import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RATER_GROUPS, type RaterGroup } from "@/features/evaluation-cycles/schema";
import { emptyTally, type Tally } from "@/metrics/disclosure";
import { isNamedGroup } from "../schema";
import { mayReleaseAgain, publishReport, type SubjectAnswers } from "./publish-report";

const POINTS = 5;

function tallyOf(points: readonly number[]): Tally {
  return {
    n: points.length,
    sum: points.reduce((sum, point) => sum + point, 0),
    counts: emptyTally(POINTS).counts.map((_, at) => points.filter((point) => point === at + 1).length),
  };
}

/** One item; null: could not say. */
function answersOf(
  groups: Partial<Record<RaterGroup, (number | null)[]>>,
  isOnePerson = true,
): SubjectAnswers {
  const present = RATER_GROUPS.filter((group) => groups[group] !== undefined);
  return {
    isOnePerson,
    points: POINTS,
    groups: present.map((group) => ({ group, raters: groups[group]?.length ?? 0, invited: 9 })),
    items: [
      {
        itemId: "item",
        tallies: Object.fromEntries(
          present.map((group) => [group, tallyOf((groups[group] ?? []).filter((point) => point !== null))]),
        ),
      },
    ],
  };
}

const anyPoints = fc.array(fc.option(fc.integer({ min: 1, max: POINTS })), { maxLength: 8 });
const anyAnswers = fc
  .record({
    self: fc.array(fc.integer({ min: 1, max: POINTS }), { maxLength: 1 }),
    manager: fc.array(fc.integer({ min: 1, max: POINTS }), { maxLength: 1 }),
    member: anyPoints,
    peer: anyPoints,
    report: anyPoints,
    customer: anyPoints,
  })
  .map((groups) => answersOf(groups));
const anyK = fc.integer({ min: 3, max: 6 });

describe("publishReport", () => {
  it("totals what it shows of others and nothing else", () => {
    fc.assert(
      fc.property(anyAnswers, anyK, (answers, k) => {
        const { figures } = publishReport(answers, k);
        const others = figures.filter(({ cell }) => cell !== "total" && cell !== "self");
        const total = figures.find(({ cell }) => cell === "total");
        expect(total?.n ?? 0).toBe(others.reduce((n, figure) => n + figure.n, 0));
        expect(total?.sum ?? 0).toBe(others.reduce((sum, figure) => sum + figure.sum, 0));
      }),
    );
  });

  it("shows means that are on the scale, of at least k people who are not named, and tells of no group below k", () => {
    fc.assert(
      fc.property(anyAnswers, anyK, (answers, k) => {
        const { cells, figures } = publishReport(answers, k);
        for (const { cell, n, sum, counts } of figures) {
          expect(sum / n).toBeGreaterThanOrEqual(1);
          expect(sum / n).toBeLessThanOrEqual(POINTS);
          if (counts)
            expect(tallyOf(counts.flatMap((count, at) => Array(count).fill(at + 1)))).toEqual({
              n,
              sum,
              counts,
            });
          if (cell === "total" || isNamedGroup(cell, true)) continue;
          expect(n).toBeGreaterThanOrEqual(k);
          if (counts) expect(n).toBeGreaterThanOrEqual(k + 2);
        }
        for (const { cell, raters } of cells) {
          if (raters !== null && !isNamedGroup(cell, true)) expect(raters).toBeGreaterThanOrEqual(k);
        }
        expect(cells.flatMap(({ groups }) => groups).toSorted()).toEqual(
          answers.groups.map(({ group }) => group).toSorted(),
        );
      }),
    );
  });

  it("keeps self out of every other figure", () => {
    fc.assert(
      fc.property(anyAnswers, anyK, (answers, k) => {
        const withoutSelf = { ...answers, groups: answers.groups.filter(({ group }) => group !== "self") };
        const others = publishReport(answers, k).figures.filter(({ cell }) => cell !== "self");
        expect(publishReport(withoutSelf, k).figures).toEqual(others);
      }),
    );
  });

  it("hides an item too few of a shown group gave a point for, from the total, too", () => {
    const answers = answersOf({ peer: [4, 4, 4, 4], customer: [1, 1, null] });
    const { cells, figures } = publishReport(answers, 3);
    expect(cells.map(({ cell, raters }) => [cell, raters])).toEqual([
      ["peer", 4],
      ["customer", 3],
    ]);
    expect(figures.map(({ cell, n, sum }) => [cell, n, sum])).toEqual([
      ["peer", 4, 16],
      ["total", 4, 16],
    ]);
  });

  it("shows a group that is too small with others, and the people of a team never as one person", () => {
    const merged = publishReport(answersOf({ peer: [5, 5, 5], report: [1] }), 3);
    expect(merged.cells).toEqual([{ cell: "others", groups: ["peer", "report"], raters: 4, invited: 18 }]);
    const team = publishReport(answersOf({ member: [3, 4], customer: [2, 2, 2] }, false), 3);
    expect(team.cells.map(({ groups }) => groups)).toEqual([["member", "customer"]]);
  });

  it("tells no more of a group nobody answered in than of one that is hidden", () => {
    const [nobody, two] = [answersOf({ manager: [3], peer: [] }), answersOf({ manager: [3], peer: [2, 5] })];
    expect(publishReport(nobody, 3)).toEqual(publishReport(two, 3));
  });

  it("does not tell by what it merges whether the one of a group of one has answered", () => {
    const of = (report: number[]) =>
      publishReport(answersOf({ peer: [5, 4, 4, 3], customer: [2, 2, 2, 2, 2], report }), 3);
    const [silent, answered] = [of([]), of([1])];
    const groups = ({ cells }: typeof silent) => cells.map((cell) => cell.groups);
    expect(groups(silent)).toEqual([["customer"], ["peer", "report"]]);
    expect(groups(answered)).toEqual(groups(silent));
    // Nobody was asked: nothing is to be hidden.
    const alone = answersOf({ peer: [5, 4, 4], report: [] });
    const nobodyAsked = { ...alone, groups: alone.groups.map((each) => ({ ...each, invited: each.raters })) };
    expect(groups(publishReport(nobodyAsked, 3))[0]).toEqual(["peer"]);
  });

  it("shows a cell as it was until k more of it have answered, whoever else has", () => {
    const first = publishReport(answersOf({ peer: [4, 4, 4], customer: [2, 2, 2, null] }), 3);
    const later = answersOf({ peer: [4, 4, 4, 1, 1], customer: [2, 2, 2, null, 5, 5, 5] });
    const second = publishReport(later, 3, first);
    expect(second.cells.map(({ cell, raters }) => [cell, raters])).toEqual([
      ["peer", 3],
      ["customer", 7],
    ]);
    expect(second.figures.map(({ cell, n, sum }) => [cell, n, sum])).toEqual([
      ["peer", 3, 12],
      ["customer", 6, 21],
      ["total", 9, 33],
    ]);
  });

  it("shows no item anew in a cell that stays as it was", () => {
    const first = publishReport(answersOf({ peer: [4, 4, null, null] }), 3);
    expect(first.figures).toEqual([]);
    const second = publishReport(answersOf({ peer: [4, 4, null, null, 5], customer: [1, 1] }), 3, first);
    expect(second.figures).toEqual([]);
  });

  it("is the same again where nobody new answered", () => {
    fc.assert(
      fc.property(anyAnswers, anyK, (answers, k) => {
        const first = publishReport(answers, k);
        expect(publishReport(answers, k, first)).toEqual(first);
      }),
    );
  });

  it("gives a subject nobody rates an empty report", () => {
    expect(publishReport(answersOf({}), 3)).toEqual({ cells: [], figures: [] });
  });
});

describe("mayReleaseAgain", () => {
  it("counts new people of anonymous groups only", () => {
    const answers = answersOf({ self: [1], manager: [2], peer: [1, 2, 3, 4], customer: [5, 5] });
    expect(mayReleaseAgain(answers, 3, 3)).toBe(true);
    expect(mayReleaseAgain(answers, 4, 3)).toBe(false);
  });
});
