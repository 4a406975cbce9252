import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateBehaviours } from "@/features/evaluation-reports/cohort/rules/evaluate-behaviours";
import { formCohort } from "@/features/evaluation-reports/cohort/rules/form-cohort";
import type { CohortSubject } from "@/features/evaluation-reports/cohort/schema";
import { findExposedBy, type Knowledge } from "./solver";

const POINTS = 5;
const COMPETENCIES = [
  { key: "presence", itemKeys: ["p1", "p2"] },
  { key: "clarity", itemKeys: ["c1"] },
];
const ITEMS = [
  { key: "p1", behaviourId: "greeting" },
  { key: "p2", behaviourId: "eyes" },
  { key: "c1", behaviourId: "greeting" },
];

/** Which items a subject has figures of; what they are does not matter to what can be found out. */
type Subject = Omit<CohortSubject, "items"> & { has: boolean[] };

const has = fc
  .boolean()
  .chain((all) =>
    all ? fc.constant<boolean[]>([true, true, true]) : fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  );
const anySubject = fc
  .record({
    locationId: fc.constantFrom("a", "a", "b", "c", null),
    team: fc.constantFrom("x", "y", null),
    knowledge: fc.constantFrom(0, 0, 0, 0, 1, 2),
    has,
  })
  .map(
    ({ locationId, team, knowledge, has: items }): Subject => ({
      locationId,
      teamId: team && `${locationId} ${team}`,
      isOpen: knowledge === 2,
      isKnown: knowledge > 0,
      has: items,
    }),
  );
const anyCohort = fc.record({
  subjects: fc.array(anySubject, { minLength: 3, maxLength: 16 }),
  k: fc.integer({ min: 3, max: 4 }),
});
const strangerTo = (subjects: readonly Subject[]) =>
  subjects.map((subject) => ({ ...subject, isOpen: false, isKnown: false }));

type Publish = (subjects: readonly CohortSubject[], k: number) => (number | undefined)[];

/** All numbers of a cohort, always at the same places. */
const publish: Publish = (subjects, k) => [
  ...formCohort(subjects, COMPETENCIES, POINTS, k).flatMap(({ figures }) =>
    COMPETENCIES.map(({ key }) => figures[key]?.mean),
  ),
  ...["greeting", "eyes"].map((id) => {
    const found = evaluateBehaviours(subjects, ITEMS, POINTS, k).find(
      ({ behaviourId }) => behaviourId === id,
    );
    return found && (found.value / 100) * (POINTS - 1) + 1;
  }),
];

/** A multiple of all numbers of subjects, and of the three items: what a mean's weights become whole numbers with. */
const WHOLE = 720_720 * 6;

/**
 * What the numbers tell, found without knowing how they are made: every number is a weighing of the subjects' item means, and
 * the weight of one is what the number becomes when it is 1 and all others are 0.
 */
function learn(subjects: readonly Subject[], k: number, how: Publish = publish): Knowledge {
  const values = subjects.flatMap((subject, person) =>
    ITEMS.flatMap(({ key }, at) => (subject.has[at] ? [{ person, key }] : [])),
  );
  const published = values.map((value) =>
    how(
      subjects.map(({ has: present, ...subject }, person) => ({
        ...subject,
        items: new Map(
          ITEMS.flatMap(({ key }, at) =>
            present[at] ? [[key, person === value.person && key === value.key ? 1 : 0] as const] : [],
          ),
        ),
      })),
      k,
    ),
  );
  const numbers = published[0] ?? [];
  return {
    owners: values.map(({ person }) => person),
    weights: numbers.map((_, number) => published.map((each) => Math.round((each[number] ?? 0) * WHOLE))),
  };
}

/** Of whom the reader knows the report: those values are no secret. */
function forget({ weights, owners }: Knowledge, isKnown: (person: number) => boolean): Knowledge {
  const secret = owners.flatMap((owner, at) => (isKnown(owner) ? [] : [at]));
  return {
    owners: secret.map((at) => owners[at] as number),
    weights: weights.map((row) => secret.map((at) => row[at] as number)),
  };
}

describe("attacks on random cohorts", () => {
  it("find nothing of fewer than k subjects from all levels, competencies and behaviours together", () => {
    let shown = 0;
    fc.assert(
      fc.property(anyCohort, ({ subjects, k }) => {
        const knowledge = learn(strangerTo(subjects), k);
        shown += knowledge.weights.flat().some((weight) => weight !== 0) ? 1 : 0;
        expect(findExposedBy(knowledge, k)).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(shown).toBeGreaterThan(120);
  });

  it("find nothing of fewer than k others for a reader who knows some of the reports", () => {
    fc.assert(
      fc.property(anyCohort, ({ subjects, k }) => {
        const knowledge = learn(subjects, k);
        expect(
          findExposedBy(
            forget(knowledge, (person) => subjects[person]?.isKnown ?? false),
            k,
          ),
        ).toEqual([]);
        expect(
          findExposedBy(
            forget(knowledge, (person) => subjects[person]?.isOpen ?? false),
            k,
          ),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("find nothing from what two readers, or one reader at two times, are shown", () => {
    fc.assert(
      fc.property(anyCohort, ({ subjects, k }) => {
        const [one, other] = [learn(strangerTo(subjects), k), learn(subjects, k)];
        const both = { owners: one.owners, weights: [...one.weights, ...other.weights] };
        expect(findExposedBy(both, k)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the same attacks succeed", () => {
  it("where a total counts everybody and small units are only left out", () => {
    const naive: Publish = (subjects, k) => {
      const units = ["a", "b", "c", null].map((id) => subjects.filter(({ locationId }) => locationId === id));
      return [subjects, ...units.filter(({ length }) => length >= k)].map((members) => {
        const means = members.flatMap(({ items }) => items.get("c1") ?? []);
        return means.length === 0 ? undefined : means.reduce((sum, value) => sum + value, 0) / means.length;
      });
    };
    const of = (locationId: string, number: number): Subject[] =>
      Array.from({ length: number }, () => ({
        locationId,
        teamId: null,
        isOpen: false,
        isKnown: false,
        has: [true, true, true],
      }));
    const subjects = [...of("a", 4), ...of("b", 5), ...of("c", 1)];
    expect(findExposedBy(learn(subjects, 3, naive), 3)).toEqual([[9]]);
    expect(findExposedBy(learn(subjects, 3), 3)).toEqual([]);
  });

  it("where a reader's own report is not thought of", () => {
    const subjects = Array.from(
      { length: 3 },
      (_, at): Subject => ({
        locationId: "a",
        teamId: null,
        isOpen: at === 0,
        isKnown: at === 0,
        has: [true, true, true],
      }),
    );
    const isKnown = (person: number) => subjects[person]?.isKnown ?? false;
    expect(findExposedBy(forget(learn(strangerTo(subjects), 3), isKnown), 3)).toEqual([[1, 2]]);
    expect(findExposedBy(forget(learn(subjects, 3), isKnown), 3)).toEqual([]);
  });
});
