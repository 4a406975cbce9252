import type { Interval } from "./interval";
import { calculateMeanInterval } from "./mean-interval";
import { calculateWilsonInterval } from "./wilson-interval";

/** Scores of audits added up, so that any slice of a slice gives the same figure. */
export type ScoreSums = {
  /** Scores added up: audits without a score are not among them. */
  readonly n: number;
  /** Of the scores, in percent. */
  readonly sum: number;
  readonly sumOfSquares: number;
};

/** A mean of audits' scores, unrounded. */
export type AuditFigure = {
  /** Mean in percent; null for n = 0. */
  readonly score: number | null;
  readonly n: number;
  /** 95 %, in percent; null below two audits. */
  readonly interval: Interval | null;
  /** Fewer than MINIMUM_AUDITS: one visit can move the mean by a third or more. */
  readonly isProvisional: boolean;
};

/** A location's, employee's or anything's figure is provisional below this many audits (METRICS.md). */
export const MINIMUM_AUDITS = 3;

/** Of no audits: n = 0. */
export const NO_SCORES: ScoreSums = { n: 0, sum: 0, sumOfSquares: 0 };

/**
 * The mean score of a group of audits with its Student interval (see calculateMeanInterval), cut at 0 and 100 %. The
 * visits are what varies: a figure of 40 items in 3 visits has n = 3. Never mix mystery visits and observations in one.
 * n = 0: score and interval null. A mean above 100 (bonus of forms without a cap) is not cut.
 */
export function auditFigure({ n, sum, sumOfSquares }: ScoreSums): AuditFigure {
  const isProvisional = n < MINIMUM_AUDITS;
  if (n === 0) return { score: null, n, interval: null, isProvisional };
  const mean = sum / n;
  // The arithmetic of equal scores can fall a hair below 0.
  const variance = Math.max(0, sumOfSquares / n - mean ** 2);
  const scale = { low: 0, high: mean > 100 ? Number.POSITIVE_INFINITY : 100 };
  const interval = calculateMeanInterval({ n, mean, variance, skewness: 0 }, scale);
  return { score: mean, n, interval, isProvisional };
}

/** The sums of one list of scores; null entries (nothing applicable) are left out. */
export function sumScores(scores: readonly (number | null)[]): ScoreSums {
  return scores.reduce<ScoreSums>(
    (sums, score) =>
      score === null ? sums : addScores(sums, { n: 1, sum: score, sumOfSquares: score ** 2 }),
    NO_SCORES,
  );
}

/** The sums of two groups that have no audit in common, in percent; no audits (`NO_SCORES`) change nothing. */
export function addScores(a: ScoreSums, b: ScoreSums): ScoreSums {
  return { n: a.n + b.n, sum: a.sum + b.sum, sumOfSquares: a.sumOfSquares + b.sumOfSquares };
}

/** A share of audits or answers: 0…1 with its Wilson interval, all of it null for n = 0. */
export type AuditShare = {
  readonly value: number | null;
  readonly count: number;
  readonly n: number;
  readonly interval: Interval | null;
};

/** How many of n: failed verdicts, failed items, audits sent back. @throws RangeError when count is not between 0 and n */
export function auditShare(count: number, n: number): AuditShare {
  return { value: n === 0 ? null : count / n, count, n, interval: calculateWilsonInterval(count, n) };
}

/**
 * The share of an item's points earned over n answers, each between 0 and 1: 0…1 with an interval. Wilson's is exact for
 * items passed or failed, and too wide, never too narrow, for those with points between (a value between 0 and 1 varies
 * at most as much as a yes/no with the same mean); it keeps a width where everybody earned everything.
 * @param sum of the answers' shares earned
 */
export function pointsShare(n: number, sum: number): AuditShare {
  const bounded = Math.min(n, Math.max(0, sum));
  return {
    value: n === 0 ? null : bounded / n,
    count: bounded,
    n,
    interval: calculateWilsonInterval(bounded, n),
  };
}
