import fc from "fast-check";
import { RATER_GROUPS, type RaterGroup } from "@/features/evaluation-cycles/schema";
import type {
  ReleasedFigure,
  ReleasedFigures,
  SubjectAnswers,
} from "@/features/evaluation-reports/rules/publish-report";
import { isNamedGroup } from "@/features/evaluation-reports/schema";
import { emptyTally } from "@/metrics/disclosure";
import type { Equation, Spread } from "./solver";

/** Somebody who rates: in which release the answers are first there, and the point given for each item (null: cannot say). */
export type SimulatedRater = { group: RaterGroup; arrives: number; points: (number | null)[] };

export type SimulatedSubject = {
  raters: SimulatedRater[];
  items: string[];
  points: number;
  k: number;
  isOnePerson: boolean;
};

/** A subject with raters of all groups who come in by three releases. Self (of an employee) and manager are there at most once. */
export function anySubject({
  points = 5,
  largestGroup = 7,
  largestK = 4,
  groups = RATER_GROUPS as readonly RaterGroup[],
} = {}): fc.Arbitrary<SimulatedSubject> {
  const items = ["first", "second"];
  const point = fc.option(fc.integer({ min: 1, max: points }), { freq: 5 });
  const rater = (group: RaterGroup) =>
    fc.record({
      group: fc.constant(group),
      arrives: fc.constantFrom(1, 1, 2, 3),
      points: fc.array(point, { minLength: items.length, maxLength: items.length }),
    });
  const largest = (group: RaterGroup, isOnePerson: boolean) => {
    if (isNamedGroup(group, isOnePerson)) return 1;
    return group === "self" ? 0 : largestGroup;
  };
  return fc.boolean().chain((isOnePerson) =>
    fc.record({
      raters: fc
        .tuple(...groups.map((group) => fc.array(rater(group), { maxLength: largest(group, isOnePerson) })))
        .map((each) => each.flat()),
      items: fc.constant(items),
      points: fc.constant(points),
      k: fc.integer({ min: 3, max: largestK }),
      isOnePerson: fc.constant(isOnePerson),
    }),
  );
}

/** What a release would read of those who have answered by then. */
export function answersBy(subject: SimulatedSubject, release: number): SubjectAnswers {
  const sent = subject.raters.filter(({ arrives }) => arrives <= release);
  return {
    isOnePerson: subject.isOnePerson,
    points: subject.points,
    groups: RATER_GROUPS.map((group) => ({
      group,
      raters: sent.filter((rater) => rater.group === group).length,
      invited: subject.raters.filter((rater) => rater.group === group).length,
    })),
    items: subject.items.map((itemId, at) => ({
      itemId,
      tallies: Object.fromEntries(
        RATER_GROUPS.map((group) => {
          const given = sent
            .filter((rater) => rater.group === group)
            .flatMap(({ points }) => points[at] ?? []);
          return [
            group,
            {
              n: given.length,
              sum: given.reduce((sum, value) => sum + value, 0),
              counts: emptyTally(subject.points).counts.map(
                (_, point) => given.filter((value) => value === point + 1).length,
              ),
            },
          ];
        }),
      ),
    })),
  };
}

/** Numbers of the raters who answer anonymously and gave a point for an item: whom an attack is about. */
export function listProtected(subject: SimulatedSubject, item: number): number[] {
  return subject.raters.flatMap(({ group, points }, at) =>
    isNamedGroup(group, subject.isOnePerson) || points[item] == null ? [] : [at],
  );
}

/**
 * What a reader of several releases knows of an item who even knows of everybody whether they answered and gave a point,
 * and the points of those who are not anonymous. Whose points a figure is made of is found by its n: figures only grow.
 */
export function readReleases(
  subject: SimulatedSubject,
  releases: readonly { number: number; shown: ReleasedFigures }[],
  item: number,
): { equations: Equation[]; spreads: Spread[] } {
  const anonymous = listProtected(subject, item);
  const itemId = subject.items[item];
  const membersOf = new Map<string, number[]>();
  const equations: Equation[] = [];
  const spreads: Spread[] = [];
  for (const { number, shown } of releases) {
    const gave = subject.raters.flatMap(({ arrives, points }, at) =>
      arrives <= number && points[item] != null ? [at] : [],
    );
    const groupOf = (at: number) => subject.raters[at]?.group as RaterGroup;
    for (const figure of shown.figures.filter((each) => each.itemId === itemId && each.cell !== "total")) {
      const groups = shown.cells.find(({ cell }) => cell === figure.cell)?.groups ?? [];
      const now = gave.filter((at) => groups.includes(groupOf(at)));
      const members = now.length === figure.n ? now : (membersOf.get(figure.cell) ?? []);
      membersOf.set(figure.cell, members);
      learn(figure, members);
    }
    const total = shown.figures.find((each) => each.itemId === itemId && each.cell === "total");
    if (total) {
      const shownCells = shown.figures.filter(
        (each) => each.itemId === itemId && !["self", "total"].includes(each.cell),
      );
      const members = shownCells.flatMap(({ cell }) => membersOf.get(cell) ?? []);
      learn(total, members.length === total.n ? members : gave.filter((at) => groupOf(at) !== "self"));
    }
  }
  return { equations, spreads };

  function learn(figure: ReleasedFigure, members: readonly number[]) {
    const given = members.map((at) => subject.raters[at]?.points[item] ?? 0);
    const sum = given.reduce((total, value) => total + value, 0);
    if (given.length !== figure.n || sum !== figure.sum) throw new Error(`${figure.cell} is nobody's figure`);
    const named = members.filter((at) => !anonymous.includes(at));
    const of = (some: readonly number[]) => some.map((at) => anonymous.indexOf(at));
    const others = members.filter((at) => anonymous.includes(at));
    const known = named.map((at) => subject.raters[at]?.points[item] ?? 0);
    equations.push({
      members: of(others),
      sum: figure.sum - known.reduce((total, value) => total + value, 0),
    });
    if (figure.counts) {
      spreads.push({
        members: of(others),
        counts: figure.counts.map(
          (count, point) => count - known.filter((value) => value === point + 1).length,
        ),
      });
    }
  }
}
