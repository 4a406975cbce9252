import { DISTRIBUTION_MARGIN } from "@/metrics/disclosure";
import { calculateMeanInterval } from "@/metrics/mean-interval";
import type { CohortSubject, EvaluatedBehaviour } from "../schema";
import { isEnough, listShownSubjects, meanOfItems, meanOver, sumItems } from "./form-cohort";

/** A point of a scale from 1 in percent of it: the lowest is 0, the highest 100. */
function percentOfScale(value: number, points: number): number {
  return points < 2 ? 0 : ((value - 1) / (points - 1)) * 100;
}

/**
 * Behaviours as 360 evaluations see them in the whole organization: the mean of their items' means over the subjects that
 * the cohort shows, in percent of the scale. Subjects are what varies; the interval is Student's over their means and needs
 * as many as a distribution does. Behaviours without a shown item are absent.
 */
export function evaluateBehaviours(
  subjects: readonly CohortSubject[],
  items: readonly { key: string; behaviourId: string | null }[],
  points: number,
  k: number,
): EvaluatedBehaviour[] {
  const shown = listShownSubjects(subjects, k);
  const behaviourIds = [...new Set(items.flatMap(({ behaviourId }) => behaviourId ?? []))];
  return behaviourIds.flatMap((behaviourId) => {
    const itemKeys = items.filter((item) => item.behaviourId === behaviourId).map(({ key }) => key);
    const sums = sumItems(subjects, itemKeys, k);
    const figure = meanOfItems([...sums.values()]);
    if (!figure) return [];
    const rated = shown.filter(({ items: means }) => itemKeys.some((key) => means.has(key)));
    const value = percentOfScale(figure.mean, points);
    const interval = isEnough(rated, k, DISTRIBUTION_MARGIN)
      ? calculateMeanInterval(
          { n: figure.n, mean: figure.mean, variance: varianceOf(rated, itemKeys), skewness: 0 },
          { low: 1, high: points },
        )
      : null;
    return [
      {
        behaviourId,
        value,
        n: figure.n,
        interval: interval && {
          low: percentOfScale(interval.low, points),
          high: percentOfScale(interval.high, points),
        },
      },
    ];
  });
}

/** Of the subjects' means, ÷ n. */
function varianceOf(subjects: readonly CohortSubject[], itemKeys: readonly string[]): number {
  const means = subjects.flatMap((subject) => meanOver(subject, itemKeys) ?? []);
  const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
  return means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / means.length;
}
