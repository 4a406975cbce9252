import { clipInterval, type Interval } from "./interval";
import { floorSampleVariance, type Moments } from "./moments";
import { calculateStudentQuantile } from "./probability";

/**
 * 95 % Student interval of the mean of whole-number scores (Student 1908, The probable error of a mean): mean ± t·s/√n,
 * cut at the ends of the scale. The variance has a floor (see floorSampleVariance), so equal answers do not give a zero
 * width.
 * @returns null for fewer than two answers
 */
export function calculateMeanInterval(moments: Moments, scale: Interval): Interval | null {
  if (moments.n < 2) return null;
  const reach = calculateStudentQuantile(moments.n - 1) * Math.sqrt(floorSampleVariance(moments) / moments.n);
  return clipInterval({ low: moments.mean - reach, high: moments.mean + reach }, scale);
}
