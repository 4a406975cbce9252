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
