import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CohortSubject } from "../schema";
import { evaluateBehaviours } from "./evaluate-behaviours";
import { formCohort, listShownSubjects } from "./form-cohort";

const COMPETENCIES = [
  { key: "presence", itemKeys: ["p1", "p2"] },
  { key: "clarity", itemKeys: ["c1"] },
];
const ITEMS = [
  { key: "p1", behaviourId: "greeting" },
  { key: "p2", behaviourId: null },
  { key: "c1", behaviourId: "words" },
];

function subjects(
  number: number,
  of: Partial<Omit<CohortSubject, "items">> & { items?: Record<string, number> } = {},
): CohortSubject[] {
  const { items = { p1: 4, p2: 3, c1: 5 }, ...rest } = of;
  return Array.from({ length: number }, () => ({
    locationId: "here",
    teamId: null,
    isOpen: false,
    isKnown: false,
    ...rest,
    items: new Map(Object.entries(items)),
  }));
}

const mean = fc.option(
  fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10),
  { freq: 6 },
);
const anySubject = fc
  .record({
    locationId: fc.constantFrom("a", "b", "c", null),
    teamId: fc.constantFrom("x", "y", null),
    knowledge: fc.constantFrom(0, 0, 0, 1, 2),
    means: fc.tuple(mean, mean, mean),
  })
  .map(
    ({ locationId, teamId, knowledge, means }): CohortSubject => ({
      locationId,
      teamId: teamId && `${locationId} ${teamId}`,
      isOpen: knowledge === 2,
      isKnown: knowledge > 0,
      items: new Map(
        means.flatMap((value, at) => (value === null ? [] : [[ITEMS[at]?.key ?? "", value] as const])),
      ),
    }),
  );
const anyCohort = fc.array(anySubject, { maxLength: 30 });

const rowsOf = (some: readonly CohortSubject[], k = 3) => formCohort(some, COMPETENCIES, 5, k);

describe("formCohort", () => {
  it("shows the mean of subjects' item means, and the distribution from k + 2 on", () => {
    const [organization] = rowsOf([...subjects(3), ...subjects(2, { items: { p1: 1, p2: 1, c1: 1 } })]);
    expect(organization?.figures.presence).toEqual({
      mean: ((3 * 4 + 2) / 5 + (3 * 3 + 2) / 5) / 2,
      n: 5,
      bands: { n: 5, counts: [2, 0, 0, 3, 0] },
    });
    expect(rowsOf(subjects(4))[0]?.figures.presence?.bands).toBeNull();
    const some = rowsOf([...subjects(3), ...subjects(3, { items: { p1: 2 } })]);
    expect(some[0]?.figures.presence).toEqual({
      mean: (3 + 3) / 2,
      n: 3,
      bands: { n: 6, counts: [0, 3, 0, 3, 0] },
    });
  });

  it("shows nothing of fewer than k, and of none", () => {
    expect(rowsOf(subjects(2))).toMatchObject([{ depth: 0, subjects: 2, hidden: "tooFew", figures: {} }]);
    expect(rowsOf([])).toMatchObject([{ subjects: 0, hidden: "tooFew" }]);
  });

  it("merges small units, and a large one with them where they are too few", () => {
    const rows = rowsOf([
      ...subjects(5, { locationId: "a" }),
      ...subjects(3, { locationId: "b" }),
      ...subjects(1, { locationId: null }),
    ]);
    expect(rows.map(({ place, subjects: n }) => [place.ids, n])).toEqual([
      [[], 9],
      [["a"], 5],
      [["b", null], 4],
    ]);
  });

  it("shows teams below their location, and nothing twice", () => {
    const rows = rowsOf([...subjects(3, { teamId: "one" }), ...subjects(4, { teamId: "two" })]);
    expect(rows.map(({ depth, place }) => [depth, place.kind, place.ids])).toEqual([
      [0, "organization", []],
      [1, "team", ["one"]],
      [1, "team", ["two"]],
    ]);
  });

  it("hides a unit from a reader who knows all but a few of it, and leaves it out above", () => {
    const known = subjects(2, { locationId: "a", isOpen: true, isKnown: true });
    const rows = rowsOf([
      ...known,
      ...subjects(2, { locationId: "a" }),
      ...subjects(3, { locationId: "b", items: { c1: 2 } }),
    ]);
    expect(rows.map(({ hidden }) => hidden)).toEqual([null, "known", null]);
    expect(rows[0]?.figures.clarity).toMatchObject({ mean: 2, n: 3 });
    expect(rows[0]?.figures.presence).toBeUndefined();
  });

  it("shows a unit to those who know all of it, and not to those who are only going to", () => {
    expect(rowsOf(subjects(3, { isOpen: true, isKnown: true }))[0]?.hidden).toBeNull();
    const soon = [...subjects(2, { isOpen: true, isKnown: true }), ...subjects(1, { isKnown: true })];
    expect(rowsOf(soon)[0]?.hidden).toBe("known");
  });

  it("forms the same units for every reader", () => {
    fc.assert(
      fc.property(anyCohort, fc.integer({ min: 3, max: 5 }), (some, k) => {
        const toStranger = some.map((subject) => ({ ...subject, isOpen: false, isKnown: false }));
        expect(rowsOf(some, k).map(({ key }) => key)).toEqual(rowsOf(toStranger, k).map(({ key }) => key));
      }),
    );
  });

  it("never shows a figure of fewer than k subjects to who knows none of them, and stays on the scale", () => {
    fc.assert(
      fc.property(anyCohort, fc.integer({ min: 3, max: 5 }), (some, k) => {
        const strangers = some.map((subject) => ({ ...subject, isOpen: false, isKnown: false }));
        for (const { figures } of rowsOf(strangers, k)) {
          for (const { mean: value, n, bands } of Object.values(figures)) {
            expect(n).toBeGreaterThanOrEqual(k);
            expect(value).toBeGreaterThanOrEqual(1);
            expect(value).toBeLessThanOrEqual(5);
            if (!bands) continue;
            expect(bands.n).toBeGreaterThanOrEqual(k + 2);
            expect(bands.counts.reduce((sum, count) => sum + count, 0)).toBe(bands.n);
          }
        }
      }),
    );
  });

  it("tells every reader of nobody, of everybody or of at least k unknown subjects", () => {
    fc.assert(
      fc.property(anyCohort, fc.integer({ min: 3, max: 5 }), (some, k) => {
        for (const known of ["isOpen", "isKnown"] as const) {
          const unknown = listShownSubjects(some, k).filter((subject) => !subject[known]).length;
          expect(unknown === 0 || unknown >= k).toBe(true);
        }
      }),
    );
  });
});

describe("evaluateBehaviours", () => {
  it("gives percent of the scale over the subjects the cohort shows", () => {
    const behaviours = evaluateBehaviours(subjects(5), ITEMS, 5, 3);
    expect(behaviours.map(({ behaviourId, value, n }) => [behaviourId, value, n])).toEqual([
      ["greeting", 75, 5],
      ["words", 100, 5],
    ]);
    expect(behaviours[0]?.interval?.low).toBeLessThan(75);
  });

  it("gives no interval below k + 2, and nothing below k", () => {
    expect(evaluateBehaviours(subjects(4), ITEMS, 5, 3)[0]?.interval).toBeNull();
    expect(evaluateBehaviours(subjects(2), ITEMS, 5, 3)).toEqual([]);
    expect(evaluateBehaviours([], ITEMS, 5, 3)).toEqual([]);
  });
});
