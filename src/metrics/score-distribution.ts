/** A survey question's metric. It decides the scale of its answers and how they become a figure. */
export type MetricKey = "nps" | "csat" | "ces";

/** Lowest and highest score of each metric; every whole number between them can be answered. */
export const METRIC_SCALES: Record<MetricKey, { min: number; max: number }> = {
  nps: { min: 0, max: 10 },
  csat: { min: 1, max: 5 },
  ces: { min: 1, max: 7 },
};

/**
 * How many people answered each score: all that a figure needs to know about its answers.
 * `counts[i]` is the number of answers at `scale.min + i`. Distributions add up, so a slice of a slice, a rollup and a
 * scan of the answers give the same figure.
 */
export type ScoreDistribution = { readonly metric: MetricKey; readonly counts: readonly number[] };

/**
 * Lets only scores of the metric's scale pass: an out-of-scale code (skipped, not applicable) must never become an answer.
 * @throws RangeError when the score is not a whole number on the scale
 */
export function checkScore(metric: MetricKey, score: number): void {
  const { min, max } = METRIC_SCALES[metric];
  if (!Number.isInteger(score) || score < min || score > max) {
    throw new RangeError(`${score} is not on the ${metric} scale ${min}–${max}`);
  }
}

/** The distribution of no answers; its figure is null. */
export function emptyDistribution(metric: MetricKey): ScoreDistribution {
  const { min, max } = METRIC_SCALES[metric];
  return { metric, counts: new Array<number>(max - min + 1).fill(0) };
}

/**
 * The answers of both.
 * @throws RangeError when the metrics differ: answers on different scales are never mixed
 */
export function addDistributions(a: ScoreDistribution, b: ScoreDistribution): ScoreDistribution {
  if (a.metric !== b.metric) throw new RangeError(`Cannot add ${b.metric} answers to ${a.metric} answers`);
  return { metric: a.metric, counts: a.counts.map((count, index) => count + (b.counts[index] ?? 0)) };
}

/**
 * The answers of all in the list; an empty list gives the empty distribution.
 * @throws RangeError when one has another metric
 */
export function sumDistributions(
  metric: MetricKey,
  distributions: Iterable<ScoreDistribution>,
): ScoreDistribution {
  let total = emptyDistribution(metric);
  for (const distribution of distributions) total = addDistributions(total, distribution);
  return total;
}

/**
 * Counts single scores.
 * @throws RangeError when a score is not a whole number on the metric's scale
 */
export function distributionFromScores(metric: MetricKey, scores: Iterable<number>): ScoreDistribution {
  return distributionFromRows(
    metric,
    Array.from(scores, (score) => ({ score, count: 1 })),
  );
}

/**
 * From rows as `SELECT score, count(*) … GROUP BY score` returns them; rows of the same score add up.
 * @throws RangeError when a score is not a whole number on the metric's scale, or a count not a whole number ≥ 0
 */
export function distributionFromRows(
  metric: MetricKey,
  rows: Iterable<{ score: number; count: number }>,
): ScoreDistribution {
  const { min } = METRIC_SCALES[metric];
  const counts = [...emptyDistribution(metric).counts];
  for (const { score, count } of rows) {
    checkScore(metric, score);
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is not a number of answers`);
    counts[score - min] = (counts[score - min] ?? 0) + count;
  }
  return { metric, counts };
}

/** Number of answers: the n of every figure. */
export function countAnswers(distribution: ScoreDistribution): number {
  return distribution.counts.reduce((total, count) => total + count, 0);
}

/** Each score of the scale with its count, lowest score first; scores nobody gave have count 0. */
export function listScores(distribution: ScoreDistribution): { score: number; count: number }[] {
  const { min } = METRIC_SCALES[distribution.metric];
  return distribution.counts.map((count, index) => ({ score: min + index, count }));
}
