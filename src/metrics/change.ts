import { calculateFigure } from "./figure";
import type { Figure } from "./figure-shape";
import type { Interval } from "./interval";
import { calculateSpread } from "./moments";
import { calculateTwoSidedP, SIGNIFICANCE_LEVEL } from "./probability";
import { distributionFromRows, METRIC_SCALES, type ScoreDistribution } from "./score-distribution";

/**
 * The difference of two independent groups (after − before), in the figure's unit: points, share 0…1, or mean.
 * `direction` is "none" unless `isChange`: a difference that is no change points nowhere.
 */
export type Change = {
  readonly difference: number;
  readonly interval: Interval;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
  readonly isChange: boolean;
  readonly direction: "up" | "down" | "none";
};

/**
 * Fewer answers than this in either group cannot show a change: three against three that agree among themselves and
 * disagree with each other still happen by chance in one of ten (2 of the 20 ways to split six), and z knows nothing of it.
 */
export const MINIMUM_ANSWERS_TO_TEST = 5;

/**
 * Whether the headline figure differs between two independent groups of answers.
 *
 * z = Δ ÷ √(SE₁² + SE₂²) on the unadjusted estimates, two-sided p (R package NPS, nps.test; Rocks 2016). Where all answers
 * of a group are alike its unadjusted SE is 0 and z would be infinite; the variance with added answers stands in there
 * (see calculateSpread), so z and p are always finite.
 *
 * The interval of Δ is built from the two figures' own intervals (method 10 of Newcombe 1998, Interval estimation for the
 * difference between independent proportions; for other estimates Zou & Donner 2008). It is a change when p < 0.05 and this
 * interval leaves out 0: at five answers a group z alone raises a false alarm in about one of eight, both together in about
 * one of twenty (change.test.ts counts them).
 *
 * @returns null when either group has fewer than MINIMUM_ANSWERS_TO_TEST answers
 * @throws RangeError when the metrics differ
 */
export function testChange(before: ScoreDistribution, after: ScoreDistribution): Change | null {
  if (before.metric !== after.metric)
    throw new RangeError(`${before.metric} and ${after.metric} do not compare`);
  const [was, is] = [calculateFigure(before), calculateFigure(after)];
  if (Math.min(was.n, is.n) < MINIMUM_ANSWERS_TO_TEST) return null;
  const [spreadBefore, spreadAfter] = [calculateSpread(before), calculateSpread(after)];
  const interval = calculateDifferenceInterval(was, is);
  if (was.value === null || is.value === null || !interval || !spreadBefore || !spreadAfter) return null;

  const difference = is.value - was.value;
  const standardError = Math.sqrt(spreadBefore.variance / was.n + spreadAfter.variance / is.n);
  const z = difference / standardError;
  const p = calculateTwoSidedP(z);
  const isChange = p < SIGNIFICANCE_LEVEL && (interval.low > 0 || interval.high < 0);
  const direction = !isChange ? "none" : difference > 0 ? "up" : "down";
  return { difference, interval, standardError, z, p, isChange, direction };
}

type ShareCounts = { readonly successes: number; readonly n: number };

/**
 * The same test for a share that is not a score, such as the response rate: each of n is a yes or a no, as in CSAT.
 * @returns null when either n is below MINIMUM_ANSWERS_TO_TEST
 * @throws RangeError when successes are not between 0 and n
 */
export function testShareChange(before: ShareCounts, after: ShareCounts): Change | null {
  const [first, second] = [before, after].map(({ successes, n }) =>
    distributionFromRows("csat", [
      { score: METRIC_SCALES.csat.max, count: successes },
      { score: METRIC_SCALES.csat.min, count: n - successes },
    ]),
  );
  return first && second ? testChange(first, second) : null;
}

/**
 * 95 % interval of after − before from the two estimates and their intervals (Newcombe 1998; Zou & Donner 2008).
 * Contains the difference; at most as wide as the scale allows. Null when either has no interval.
 */
export function calculateDifferenceInterval(
  before: Pick<Figure, "value" | "interval">,
  after: Pick<Figure, "value" | "interval">,
): Interval | null {
  if (before.value === null || after.value === null || !before.interval || !after.interval) return null;
  const difference = after.value - before.value;
  const down = Math.hypot(after.value - after.interval.low, before.interval.high - before.value);
  const up = Math.hypot(after.interval.high - after.value, before.value - before.interval.low);
  return { low: difference - down, high: difference + up };
}
