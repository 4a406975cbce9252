import { MINIMUM_ANSWERS_TO_TEST } from "./change";
import type { PublishedFigure } from "./disclosure";
import { clipInterval, type Interval } from "./interval";
import { floorSampleVariance } from "./moments";
import { calculateStudentQuantile } from "./probability";

/** A mean of points on a framework's scale (1 … its number of points), unrounded. */
export type EvaluationFigure = {
  /** Null where nobody gave a point. */
  readonly value: number | null;
  /** People behind it: of several items the smallest number that gave a point to one of them. 0 without a value. */
  readonly n: number;
  /** 95 %; null for one person, and where a distribution is not published. */
  readonly interval: Interval | null;
};

/** The mean of the points given to one item; null where nobody gave one. */
export function itemMean({ n, sum }: Pick<PublishedFigure, "n" | "sum">): number | null {
  return n === 0 ? null : sum / n;
}

/** An item's mean with its interval. @see competencyFigure */
export function itemFigure(figure: PublishedFigure): EvaluationFigure {
  return competencyFigure([figure]);
}

/**
 * The mean of a competency: the plain mean of its shown items' means, so that an item few could judge weighs as much as any
 * other. No items, or none with an answer: value null, n 0.
 *
 * The interval is Student's (fewest answers − 1 degrees of freedom) around a standard error that is the mean of the items'
 * standard errors. That is the largest it can be, however much one person's answers resemble each other (Minkowski: the
 * standard deviation of a mean is at most the mean of the standard deviations), and it needs nothing but each item's
 * published distribution. Without the distribution of one of them there is no interval.
 */
export function competencyFigure(items: readonly PublishedFigure[]): EvaluationFigure {
  const answered = items.filter(({ n }) => n > 0);
  if (answered.length === 0) return { value: null, n: 0, interval: null };
  const value = meanOf(answered.map(({ n, sum }) => sum / n));
  const n = Math.min(...answered.map((item) => item.n));
  const points = Math.max(...answered.map(({ counts }) => counts?.length ?? 0));
  const reach = findReach(answered.map(standardError), n);
  const interval =
    reach === null
      ? null
      : clipInterval({ low: value - reach, high: value + reach }, { low: 1, high: points });
  return { value, n, interval };
}

/** The same items, seen by two sides or in two rounds. */
export type ItemPair<Figure = Pick<PublishedFigure, "n" | "sum">> = {
  readonly first: Figure;
  readonly second: Figure;
};

/** What one side gives more than the other, over the items both gave points to; null without any. */
export function calculateGap(pairs: readonly ItemPair[]): number | null {
  const both = pairs.filter(({ first, second }) => first.n > 0 && second.n > 0);
  if (both.length === 0) return null;
  return meanOf(both.map(({ first, second }) => first.sum / first.n - second.sum / second.n));
}

/** How one sees oneself beside how others do. */
export type GapJudgement = "blindSpot" | "hiddenStrength" | "agreement";

/** Points between self and others that count, where a cycle sets none: a third of the scale's width (METRICS.md). */
export function defaultGapThreshold(points: number): number {
  return (points - 1) / 3;
}

/**
 * A gap of self − others: a blind spot where one rates oneself higher by more than the threshold, a hidden strength where
 * lower by more than it, else agreement. Null without a gap. A gap of exactly the threshold is agreement; a hair of
 * arithmetic beyond it, too.
 */
export function judgeGap(gap: number | null, threshold: number): GapJudgement | null {
  if (gap === null) return null;
  const beyond = Math.abs(gap) - threshold > 1e-9;
  if (!beyond) return "agreement";
  return gap > 0 ? "blindSpot" : "hiddenStrength";
}

/** What changed between two rounds, over the items of both. */
export type EvaluationChange = {
  /** Second − first. */
  readonly difference: number;
  /** 95 % of all comparisons together; null where a distribution is missing on either side. */
  readonly interval: Interval | null;
  /** "up" and "down" only where the interval leaves out 0, with at least MINIMUM_ANSWERS_TO_TEST answers on both sides. */
  readonly direction: "up" | "down" | "none";
};

/**
 * The difference of a competency between two rounds of different raters; null without an item that has answers in both. The
 * standard error is again the largest possible: the mean over items of √(SE₁² + SE₂²).
 * @param comparisons how many such differences are looked at side by side: the interval is widened so that chance shows a
 *   change among all of them once in twenty times, not in each (Bonferroni)
 */
export function calculateEvaluationChange(
  pairs: readonly ItemPair<PublishedFigure>[],
  comparisons = 1,
): EvaluationChange | null {
  const both = pairs.filter(({ first, second }) => first.n > 0 && second.n > 0);
  const gap = calculateGap(both.map(({ first, second }) => ({ first: second, second: first })));
  if (gap === null) return null;
  const n = Math.min(...both.flatMap(({ first, second }) => [first.n, second.n]));
  const errors = both.map(({ first, second }) => {
    const [before, after] = [standardError(first), standardError(second)];
    return before === null || after === null ? null : Math.hypot(before, after);
  });
  const reach = findReach(errors, n, comparisons);
  if (reach === null) return { difference: gap, interval: null, direction: "none" };
  const interval = { low: gap - reach, high: gap + reach };
  const isChange = n >= MINIMUM_ANSWERS_TO_TEST && (interval.low > 0 || interval.high < 0);
  return { difference: gap, interval, direction: !isChange ? "none" : gap > 0 ? "up" : "down" };
}

/** Of an item's mean; null for one answer, or without a distribution. Never 0 (see floorSampleVariance). */
function standardError({ n, sum, counts }: PublishedFigure): number | null {
  if (counts === null || n < 2) return null;
  const mean = sum / n;
  const variance = counts.reduce((total, count, index) => total + count * (index + 1 - mean) ** 2, 0) / n;
  return Math.sqrt(floorSampleVariance({ n, mean, variance, skewness: 0 }) / n);
}

function findReach(errors: readonly (number | null)[], n: number, comparisons = 1): number | null {
  if (n < 2 || !errors.every((error) => error !== null)) return null;
  return calculateStudentQuantile(n - 1, comparisons) * meanOf(errors);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
