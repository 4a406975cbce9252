import jStat from "jstat";

/** The z of every 95 % interval. Exactly 1.96, so that figures can be checked against published tables. */
export const Z_95 = 1.96;

/** A change is called one below this two-sided p. */
export const SIGNIFICANCE_LEVEL = 0.05;

/** jstat loses digits above this many degrees of freedom, where Student's t is 1.96000 anyway. */
const DEGREES_OF_FREEDOM_CAP = 1_000_000;

/**
 * Probability that a standard normal variable is at most `z`. Between 0 and 1; far tails (|z| > 8) come out as exactly 0 or 1.
 */
export function calculateNormalProbability(z: number): number {
  return jStat.normal.cdf(z, 0, 1);
}

/** Two-sided p of a z statistic: the probability of a z at least this far from 0 when nothing has changed. 1 at z = 0. */
export function calculateTwoSidedP(z: number): number {
  return Math.min(1, 2 * calculateNormalProbability(-Math.abs(z)));
}

/**
 * The multiplier of a 95 % Student interval: the 0.975 quantile of t (Student 1908).
 * @param degreesOfFreedom at least 1
 * @param comparisons intervals that are to hold together with 95 % (Bonferroni): the quantile is 1 − 0.025 / comparisons
 * @throws RangeError below 1 degree of freedom
 */
export function calculateStudentQuantile(degreesOfFreedom: number, comparisons = 1): number {
  if (!(degreesOfFreedom >= 1))
    throw new RangeError(`Student's t needs 1 degree of freedom, got ${degreesOfFreedom}`);
  return jStat.studentt.inv(1 - 0.025 / comparisons, Math.min(degreesOfFreedom, DEGREES_OF_FREEDOM_CAP));
}
