import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RATER_GROUPS, type RaterGroup } from "@/features/evaluation-cycles/schema";
import { decideRelease } from "@/features/evaluation-reports/rules/decide-release";
import {
  publishReport,
  type ReleasedFigures,
  type SubjectAnswers,
} from "@/features/evaluation-reports/rules/publish-report";
import { isNamedGroup } from "@/features/evaluation-reports/schema";
import {
  answersBy,
  anySubject,
  listProtected,
  readReleases,
  type SimulatedSubject,
} from "./simulated-subject";
import { determineSum, findCertain, findExposed, listAtoms } from "./solver";

type Release = { number: number; shown: ReleasedFigures };
type Publish = (answers: SubjectAnswers, k: number, earlier: ReleasedFigures | null) => ReleasedFigures;

/** All releases of a subject, as the product decides when there is one. */
function releaseAll(subject: SimulatedSubject, publish?: Publish): Release[] {
  const releases: Release[] = [];
  for (const number of [1, 2, 3]) {
    const answers = answersBy(subject, number);
    const last = releases.at(-1);
    const counted = last ? countAnonymous(answersBy(subject, last.number)) : 0;
    const decided = decideRelease(answers, subject.k, last ? { shown: last.shown, counted } : null);
    if (decided)
      releases.push({ number, shown: publish?.(answers, subject.k, last?.shown ?? null) ?? decided });
  }
  return releases;
}

function countAnonymous({ groups, isOnePerson }: SubjectAnswers): number {
  return groups.reduce(
    (sum, { group, raters }) => (isNamedGroup(group, isOnePerson) ? sum : sum + raters),
    0,
  );
}

function expose(subject: SimulatedSubject, releases: readonly Release[]): number[][] {
  return subject.items.flatMap((_, item) =>
    findExposed(
      readReleases(subject, releases, item).equations,
      listProtected(subject, item).length,
      subject.k,
    ),
  );
}

describe("attacks on the reports of random cycles", () => {
  it("find no sum, and no other weighing, of fewer than k raters from all releases together", () => {
    let tries = 0;
    let released = 0;
    let again = 0;
    fc.assert(
      fc.property(anySubject(), (subject) => {
        const releases = releaseAll(subject);
        tries += 1;
        released += releases.length > 0 ? 1 : 0;
        again += releases.length > 1 ? 1 : 0;
        expect(expose(subject, releases)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
    // The attack had something to attack.
    expect(released).toBeGreaterThan(tries / 2);
    expect(again).toBeGreaterThan(tries / 4);
  });

  it("find no hidden group's sum", () => {
    fc.assert(
      fc.property(anySubject(), (subject) => {
        const releases = releaseAll(subject);
        for (const { number, shown } of releases) {
          for (const { groups, raters } of shown.cells) {
            if (raters !== null) continue;
            subject.items.forEach((_, item) => {
              const hidden = membersOf(subject, item, groups, number);
              if (hidden.length === 0) return;
              const { equations } = readReleases(subject, releases, item);
              expect(determineSum(equations, listProtected(subject, item).length, hidden)).toBeNull();
            });
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("find a rater's point by trying all that fit only where a whole shown group gave the same", () => {
    const small = anySubject({
      points: 3,
      largestGroup: 4,
      largestK: 3,
      groups: ["manager", "peer", "customer"],
    });
    let certain = 0;
    fc.assert(
      fc.property(small, (subject) => {
        const releases = releaseAll(subject);
        subject.items.forEach((_, item) => {
          const people = listProtected(subject, item);
          const { equations, spreads } = readReleases(subject, releases, item);
          const atoms = listAtoms(equations, people.length);
          const pointOf = (at: number) => subject.raters[people[at] as number]?.points[item];
          const unanimous = atoms.filter((atom) => new Set(atom.map(pointOf)).size === 1);
          for (const set of findCertain(equations, spreads, people.length, subject.points, subject.k)) {
            certain += 1;
            for (const person of set) {
              const group = unanimous.find((atom) => atom.includes(person));
              expect(group?.length).toBeGreaterThanOrEqual(subject.k);
            }
          }
        });
      }),
      { numRuns: 150 },
    );
    expect(certain).toBeGreaterThan(0);
  });
});

describe("the same attacks succeed", () => {
  const peersAndReports = (reports: number): SimulatedSubject => ({
    raters: [
      ...[5, 4, 3, 4].map((point) => ({ group: "peer" as const, arrives: 1, points: [point, point] })),
      ...Array.from({ length: reports }, (_, at) => ({
        group: "report" as const,
        arrives: 1,
        points: [at + 1, 2],
      })),
      { group: "manager" as const, arrives: 1, points: [3, 3] },
    ],
    items: ["first", "second"],
    points: 5,
    k: 3,
    isOnePerson: true,
  });
  const withoutComplement: Publish = (answers, k, earlier) =>
    publishReport(answers, k, earlier, { withoutComplement: true });

  it("without the complementary rule: a hidden rater's very point is the total minus what is shown", () => {
    const subject = peersAndReports(1);
    const open = readReleases(subject, releaseAll(subject, withoutComplement), 0);
    expect(determineSum(open.equations, 5, [4])).toBe(1);
    const closed = readReleases(subject, releaseAll(subject), 0);
    expect(determineSum(closed.equations, 5, [4])).toBeNull();
  });

  it("without the complementary rule: so is a hidden group's mean", () => {
    const subject = peersAndReports(2);
    const open = readReleases(subject, releaseAll(subject, withoutComplement), 0);
    expect(determineSum(open.equations, 6, [4, 5])).toBe(1 + 2);
    expect(expose(subject, releaseAll(subject))).toEqual([]);
  });

  it("without the complementary rule: in every random cycle in which fewer than k are hidden", () => {
    let broken = 0;
    fc.assert(
      fc.property(anySubject(), (subject) => {
        const first = releaseAll(subject, withoutComplement).slice(0, 1);
        subject.items.forEach((_, item) => {
          const people = listProtected(subject, item);
          const { equations } = readReleases(subject, first, item);
          const { number = 0, shown } = first[0] ?? {};
          const parts = listParts(shown, subject.items[item] as string);
          const hidden = membersOf(subject, item, RATER_GROUPS, number).filter(
            (at) => !parts.includes(subject.raters[people[at] as number]?.group as RaterGroup),
          );
          if (hidden.length === 0 || hidden.length >= subject.k) return;
          const points = hidden.map((at) => subject.raters[people[at] as number]?.points[item] ?? 0);
          expect(determineSum(equations, people.length, hidden)).toBe(
            points.reduce((sum, each) => sum + each),
          );
          broken += 1;
        });
      }),
      { numRuns: 500 },
    );
    expect(broken).toBeGreaterThan(100);
  });

  it("without looking at what was released before: releases are subtracted from each other", () => {
    const forgetful: Publish = (answers, k) => publishReport(answers, k, null);
    let broken = 0;
    fc.assert(
      fc.property(anySubject(), (subject) => {
        broken += expose(subject, releaseAll(subject, forgetful)).length > 0 ? 1 : 0;
      }),
      { numRuns: 500 },
    );
    expect(broken).toBeGreaterThan(50);
  });
});

/** The groups an item has a figure of. */
function listParts(shown: ReleasedFigures | undefined, itemId: string): RaterGroup[] {
  const cells = shown?.figures.filter((figure) => figure.itemId === itemId).map(({ cell }) => cell) ?? [];
  return shown?.cells.filter(({ cell }) => cells.includes(cell)).flatMap(({ groups }) => groups) ?? [];
}

function membersOf(
  subject: SimulatedSubject,
  item: number,
  groups: readonly string[],
  release: number,
): number[] {
  return listProtected(subject, item).flatMap((rater, at) => {
    const { group, arrives } = subject.raters[rater] ?? { group: "", arrives: 0 };
    return groups.includes(group) && arrives <= release ? [at] : [];
  });
}
