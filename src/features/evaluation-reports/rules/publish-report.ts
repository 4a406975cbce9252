import type { RaterGroup } from "@/features/evaluation-cycles/schema";
import {
  addTallies,
  emptyTally,
  formCells,
  type Partition,
  type PublishedFigure,
  publishFigure,
  publishNamedFigure,
  sumFigures,
  type Tally,
  type Unit,
} from "@/metrics/disclosure";
import { isNamedGroup, type ReportCellKey } from "../schema";

/** What was answered about one subject, as a release reads it; nothing else ever does. */
export type SubjectAnswers = {
  /** Groups in the order they are shown; `raters` sent their rating. */
  groups: readonly { group: RaterGroup; raters: number; invited: number }[];
  /** Of the scale. */
  points: number;
  /** By item and group; a group without an answer to the item may be missing. */
  items: readonly { itemId: string; tallies: Partial<Record<RaterGroup, Tally>> }[];
  /** Whether the subject is one employee: only then is "self" one person who needs no protection from being shown. */
  isOnePerson: boolean;
};

/** A cell as it is released. */
export type ReleasedCell = {
  cell: ReportCellKey;
  groups: RaterGroup[];
  /** Null where fewer than k answered: nothing of theirs is shown. */
  raters: number | null;
  invited: number;
};

export type ReleasedFigure = PublishedFigure & { itemId: string; cell: ReportCellKey | "total" };

/** What a release shows of scales: cells, and base figures that every other figure of the report is computed from. */
export type ReleasedFigures = { cells: ReleasedCell[]; figures: ReleasedFigure[] };

/**
 * What a release may show of a subject's answers, given what the last one showed (null for the first). A cell changes as a
 * whole, how many answered with it, and only when at least k more of its people have answered. The figure "total"
 * of an item is the sum of its shown figures but self. `withoutComplement` forgets the complementary rule, so that totals
 * count hidden groups, too: for the attack in the tests that shows why the rule is there, for nothing else.
 */
export function publishReport(
  answers: SubjectAnswers,
  k: number,
  earlier: ReleasedFigures | null = null,
  { withoutComplement = false } = {},
): ReleasedFigures {
  const cells = releaseCells(answers, k, earlier, withoutComplement);
  const figures = answers.items.flatMap(({ itemId, tallies }) => {
    const shown = cells.flatMap(({ isUnchanged, ...cell }): ReleasedFigure[] => {
      if (cell.raters === null) return [];
      const tally = addTallies([
        emptyTally(answers.points),
        ...cell.groups.flatMap((group) => tallies[group] ?? []),
      ]);
      const before = earlier?.figures.find((figure) => figure.itemId === itemId && figure.cell === cell.cell);
      if (isUnchanged) return before ? [before] : [];
      const figure = isNamedGroup(cell.cell, answers.isOnePerson)
        ? publishNamedFigure(tally)
        : publishFigure(tally, k, before ?? null);
      return figure ? [{ ...figure, itemId, cell: cell.cell }] : [];
    });
    const others = shown.filter(({ cell }) => cell !== "self");
    const total = withoutComplement ? countEverybody(answers, tallies) : sumFigures(others);
    return total ? [...shown, { ...total, itemId, cell: "total" as const }] : shown;
  });
  return { cells: cells.map(({ isUnchanged: _, ...cell }) => cell), figures };
}

type FormedCell = ReleasedCell & { isUnchanged: boolean };

function releaseCells(
  answers: SubjectAnswers,
  k: number,
  earlier: ReleasedFigures | null,
  withoutComplement: boolean,
): FormedCell[] {
  const { groups, isOnePerson } = answers;
  const named = groups.filter(({ group }) => isNamedGroup(group, isOnePerson));
  const anonymous = groups.filter(({ group }) => !isNamedGroup(group, isOnePerson));
  const invitedOf = (keys: readonly RaterGroup[]) =>
    groups.reduce((sum, { group, invited }) => (keys.includes(group) ? sum + invited : sum), 0);
  const alone = (group: RaterGroup, raters: number | null): FormedCell => ({
    cell: group,
    groups: [group],
    raters,
    invited: invitedOf([group]),
    isUnchanged: false,
  });
  const shownBefore = (earlier?.cells ?? []).filter(({ cell }) => !isNamedGroup(cell, isOnePerson));
  const kept = shownBefore.flatMap(({ groups: units, raters }) =>
    raters === null ? [] : [{ units, size: raters }],
  );
  const units = anonymous.map(({ group, raters, invited }) => ({
    key: group,
    size: raters,
    countsWhenEmpty: invited > 0,
  }));
  const partition = withoutComplement ? hideOnlyTheSmall(units, k) : formCells(units, k, kept);
  const inCells = partition.cells.flatMap((cell) => cell.units);
  // A group in which nobody answered and one that is hidden look the same: how many of them answered is not told.
  const unseen = units.filter(({ key }) => !inCells.includes(key));
  return [
    ...named.map(({ group, raters }) => alone(group, raters)),
    ...partition.cells.map(({ units: [first, ...more], size, isUnchanged }): FormedCell => {
      const cell = more.length === 0 ? (first as RaterGroup) : "others";
      const before = isUnchanged ? shownBefore.find((each) => each.cell === cell) : undefined;
      const merged = [first as RaterGroup, ...more];
      return {
        ...(before ?? { cell, groups: merged, raters: size, invited: invitedOf(merged) }),
        isUnchanged,
      };
    }),
    ...unseen.map(({ key }) => alone(key, null)),
  ];
}

function hideOnlyTheSmall(units: readonly Unit<RaterGroup>[], k: number): Partition<RaterGroup> {
  return {
    cells: units
      .filter(({ size }) => size >= k)
      .map(({ key, size }) => ({ units: [key], size, isUnchanged: false })),
    hidden: units.filter(({ size }) => size > 0 && size < k).map(({ key }) => key),
  };
}

function countEverybody(answers: SubjectAnswers, tallies: Partial<Record<RaterGroup, Tally>>) {
  return publishNamedFigure(
    addTallies([
      emptyTally(answers.points),
      ...answers.groups.flatMap(({ group }) => (group === "self" ? [] : (tallies[group] ?? []))),
    ]),
  );
}

/**
 * Whether the answers that came in since the last release justify another one: at least k more people of the anonymous
 * groups, so that no single one of them changes what is shown.
 */
export function mayReleaseAgain(answers: SubjectAnswers, counted: number, k: number): boolean {
  const now = answers.groups
    .filter(({ group }) => !isNamedGroup(group, answers.isOnePerson))
    .reduce((sum, { raters }) => sum + raters, 0);
  return now - counted >= k;
}
