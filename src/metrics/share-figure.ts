import type { Figure, FigureKey } from "./figure-shape";
import { calculateWilsonInterval } from "./wilson-interval";

/**
 * A share with its Wilson interval, 0…1. n = 0: value and interval null.
 * @throws RangeError when successes are not between 0 and n
 */
export function calculateShare(key: FigureKey, successes: number, n: number): Figure {
  const interval = calculateWilsonInterval(successes, n);
  return { key, unit: "share", value: n === 0 ? null : successes / n, n, interval };
}

/**
 * Variance of one yes-or-no answer, p(1 − p), for standard errors. Never 0: where all said the same, one yes and one no are
 * added (Agresti & Caffo 2000, Simple and effective confidence intervals for proportions and differences of proportions).
 * @param share 0…1
 * @param n at least 1
 */
export function calculateShareVariance(share: number, n: number): number {
  if (share > 0 && share < 1) return share * (1 - share);
  const adjusted = (share * n + 1) / (n + 2);
  return adjusted * (1 - adjusted);
}
