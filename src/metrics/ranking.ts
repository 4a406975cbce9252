import { calculateFigure } from "./figure";
import type { Figure } from "./figure-shape";
import { calculateMoments, calculateSpread } from "./moments";
import { countAnswers, type ScoreDistribution, sumDistributions } from "./score-distribution";
import { shrinkTowards } from "./shrinkage";
import { labelTies } from "./tie-labels";

export type RankingInput = { readonly id: string; readonly distribution: ScoreDistribution };

export type RankingOptions = {
  /** Groups with fewer answers are shown as "too few answers" and not ranked (the organization's setting). */
  readonly minimumN: number;
  /** What groups shrink towards; all groups together when left out. */
  readonly organization?: ScoreDistribution;
};

/**
 * A group in a table sorted by score.
 * `shrunken` is the empirical-Bayes estimate that it is sorted by, in the figure's unit, null without answers.
 * `rank` is 1 for the highest shrunken estimate, equal estimates share it, null when too few.
 * `tie` is a letter label (see labelTies): groups that share a letter have overlapping intervals and are not to be told apart;
 * null when too few or when the group overlaps with nobody.
 */
export type RankedGroup = {
  readonly id: string;
  readonly figure: Figure;
  readonly isTooFew: boolean;
  readonly shrunken: number | null;
  readonly rank: number | null;
  readonly tie: string | null;
};

/**
 * Ranks groups by their shrunken headline figure and marks those whose 95 % intervals overlap as tied. Too small groups
 * help to estimate how much groups differ, but get no rank.
 * @returns ranked groups first, best first, then those with too few answers by id; the input's order does not matter
 * @throws RangeError when the metrics differ or an id comes twice
 */
export function rankGroups(groups: readonly RankingInput[], options: RankingOptions): RankedGroup[] {
  if (new Set(groups.map(({ id }) => id)).size < groups.length) throw new RangeError("A group comes twice");
  const minimumN = Math.max(1, options.minimumN);
  const sorted = [...groups].sort((a, b) => compareIds(a.id, b.id));
  const shrunken = shrinkGroups(sorted, options.organization);
  const rows = sorted.map(({ id, distribution }) => {
    const figure = calculateFigure(distribution);
    return { id, figure, isTooFew: figure.n < minimumN, shrunken: shrunken.get(id) ?? null };
  });
  const ranked = rows
    .filter(({ isTooFew }) => !isTooFew)
    .sort((a, b) => (b.shrunken ?? 0) - (a.shrunken ?? 0) || compareIds(a.id, b.id));
  const ties = labelTies(ranked.map(({ id, figure }) => ({ id, interval: figure.interval ?? UNKNOWN })));
  let rank = 0;
  return [
    ...ranked.map((row, index) => {
      if (row.shrunken !== ranked[index - 1]?.shrunken) rank = index + 1;
      return { ...row, rank, tie: ties.get(row.id) || null };
    }),
    ...rows.filter(({ isTooFew }) => isTooFew).map((row) => ({ ...row, rank: null, tie: null })),
  ];
}

/** A mean of one answer has no interval: it may be anything. */
const UNKNOWN = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** Not by the reader's language: the order must not depend on the machine. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * Shrunken headline figures of the groups that have answers. A group's squared error is the variance of all answers ÷ its
 * n, as in Efron & Morris (ȳ(1 − ȳ)/45): its own variance would call three equal answers certain.
 */
function shrinkGroups(
  groups: readonly RankingInput[],
  organization?: ScoreDistribution,
): Map<string, number> {
  const answered = groups.filter(({ distribution }) => countAnswers(distribution) > 0);
  const metric = answered[0]?.distribution.metric;
  if (metric === undefined) return new Map();
  const own = sumDistributions(
    metric,
    answered.map(({ distribution }) => distribution),
  );
  const all = organization && countAnswers(organization) > 0 ? organization : own;
  if (all.metric !== metric) throw new RangeError(`${all.metric} does not compare with ${metric}`);
  const centre = calculateMoments(all)?.mean ?? 0;
  const variance = calculateSpread(all)?.variance ?? 0;
  const estimates = answered.map(({ distribution }) => {
    const { value, n } = calculateFigure(distribution);
    return { value: value ?? centre, squaredError: variance / n };
  });
  const shrunken = shrinkTowards(centre, estimates);
  return new Map(answered.map(({ id }, index) => [id, shrunken[index] ?? centre]));
}

/**
 * The other default order of tables: the figure known best first (narrowest interval), then more answers, then id. Groups
 * without an interval come last.
 */
export function sortMostCertainFirst<Row extends { readonly id: string; readonly figure: Figure }>(
  rows: readonly Row[],
): Row[] {
  const width = ({ figure: { interval } }: Row) =>
    interval ? interval.high - interval.low : Number.POSITIVE_INFINITY;
  return [...rows].sort((a, b) => {
    const [widthA, widthB] = [width(a), width(b)];
    if (widthA !== widthB) return widthA < widthB ? -1 : 1;
    return b.figure.n - a.figure.n || compareIds(a.id, b.id);
  });
}
