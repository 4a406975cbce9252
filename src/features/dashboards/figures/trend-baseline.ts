import { MINIMUM_BASELINE_POINTS } from "@/metrics/nelson-rules";

/**
 * How many points from the start make the level that later points are judged against: the first half of those with
 * answers, and never fewer of them than limits need. Judged against the whole period, a lasting change would move the
 * level it is measured by, and the points before it would stand out instead of those after it.
 * @param answers number of answers per point, oldest first
 * @returns the length of the beginning; all points when too few of them have answers
 */
export function chooseBaseline(answers: readonly number[]): number {
  const answered = answers.filter((n) => n > 0).length;
  const wanted = Math.max(MINIMUM_BASELINE_POINTS, Math.ceil(answered / 2));
  let found = 0;
  for (const [index, n] of answers.entries()) {
    if (n > 0) found += 1;
    if (found === wanted) return index + 1;
  }
  return answers.length;
}
