import { clipInterval, type Interval, includeInInterval } from "./interval";
import { Z_95 } from "./probability";

/**
 * Wilson score interval of a share, 0…1 (Wilson 1927, Probable inference, the law of succession, and statistical
 * inference). Keeps a sensible width when everybody or nobody agreed.
 * @param successes between 0 and n
 * @returns null for n = 0
 * @throws RangeError when successes are not between 0 and n
 */
export function calculateWilsonInterval(successes: number, n: number, z: number = Z_95): Interval | null {
  if (!(n >= 0 && successes >= 0 && successes <= n)) {
    throw new RangeError(`${successes} of ${n} is not a share`);
  }
  if (n === 0) return null;
  const share = successes / n;
  const centre = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const reach = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const interval = clipInterval({ low: centre - reach, high: centre + reach }, { low: 0, high: 1 });
  // At 0 and n successes the formula's end is the share itself, but for the last digit of the arithmetic.
  return includeInInterval(interval, share);
}
