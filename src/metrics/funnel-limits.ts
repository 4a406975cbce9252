import { clipInterval, type Interval } from "./interval";
import { calculateNormalProbability } from "./probability";

/** Limits are drawn where one in a thousand lands beyond either: three standard errors. */
const LIMIT_Z = 3;

/** Successes and failures expected to be this many (as variance of the count) make the binomial a normal curve. */
const NORMAL_COUNT_VARIANCE = 400;

/**
 * Funnel limits of a share at this n around a target: where a group that does as everybody does can land by chance
 * (Spiegelhalter 2005, Funnel plots for comparing institutional performance). Exact binomial limits, interpolated as in its
 * appendix, because normal ones would accuse somebody with one encounter; normal ones where n is large.
 * @param target share 0…1 that all groups together have
 * @param overdispersion φ ≥ 1: how many times the variance between groups exceeds sampling
 * @param limitZ the z of a normal limit; three standard errors when left out
 * @returns null for n = 0; bounded by 0 and 1
 * @throws RangeError when the target is not a share
 */
export function calculateFunnelLimits(
  target: number,
  n: number,
  overdispersion = 1,
  limitZ = LIMIT_Z,
): Interval | null {
  if (!(target >= 0 && target <= 1)) throw new RangeError(`${target} is not a share`);
  if (n === 0) return null;
  const z = limitZ * Math.sqrt(overdispersion);
  const variance = target * (1 - target);
  if (n * variance >= NORMAL_COUNT_VARIANCE) {
    const reach = z * Math.sqrt(variance / n);
    return clipInterval({ low: target - reach, high: target + reach }, { low: 0, high: 1 });
  }
  const tail = calculateNormalProbability(-z);
  return clipInterval(
    { low: findLowerLimit(target, n, tail), high: 1 - findLowerLimit(1 - target, n, tail) },
    { low: 0, high: 1 },
  );
}

/**
 * Interpolated quantile of the binomial share: (r − α) ÷ n, with r the least count whose cumulative probability reaches the
 * tail and α the part of r's own probability that lies beyond it. Logarithms, because (1 − p)ⁿ alone can be below what a
 * number holds.
 */
function findLowerLimit(probability: number, n: number, tail: number): number {
  if (probability === 0 || probability === 1) return probability;
  const logOdds = Math.log(probability) - Math.log1p(-probability);
  let logMass = n * Math.log1p(-probability);
  let cumulative = 0;
  for (let count = 0; count <= n; count++) {
    const mass = Math.exp(logMass);
    cumulative += mass;
    if (cumulative >= tail) return (count - (mass > 0 ? (cumulative - tail) / mass : 0)) / n;
    logMass += Math.log((n - count) / (count + 1)) + logOdds;
  }
  return 1;
}

const WINSORIZED_SHARE = 0.1;

/** Fewer groups than this cannot tell a wide spread from one that stands out. */
const MINIMUM_GROUPS_FOR_OVERDISPERSION = 10;

/**
 * How many times the variance between groups exceeds sampling (see winsorizeOverdispersion). 1 also when the target is 0 or 1.
 */
export function estimateOverdispersion(
  target: number,
  groups: readonly { readonly successes: number; readonly n: number }[],
): number {
  const variance = target * (1 - target);
  if (variance === 0) return 1;
  return winsorizeOverdispersion(
    groups
      .filter(({ n }) => n > 0)
      .map(({ successes, n }) => (successes / n - target) / Math.sqrt(variance / n)),
  );
}

/**
 * φ from the groups' z scores: the mean squared z with the outer tenth on each side pulled in so that those who stand out do
 * not excuse themselves (Spiegelhalter 2005, Handling over-dispersion of performance indicators). Never below 1; 1 for
 * fewer than ten groups.
 */
export function winsorizeOverdispersion(zScores: readonly number[]): number {
  if (zScores.length < MINIMUM_GROUPS_FOR_OVERDISPERSION) return 1;
  const sorted = [...zScores].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length * WINSORIZED_SHARE);
  const lowest = sorted[cut] ?? 0;
  const highest = sorted[sorted.length - 1 - cut] ?? 0;
  const squares = sorted.map((z) => Math.min(highest, Math.max(lowest, z)) ** 2);
  return Math.max(1, squares.reduce((sum, square) => sum + square, 0) / squares.length);
}
