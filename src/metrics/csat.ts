import type { Figure } from "./figure-shape";
import { calculateMeanInterval } from "./mean-interval";
import { calculateScoreMoments } from "./moments";
import { countAnswers, METRIC_SCALES, type ScoreDistribution } from "./score-distribution";
import { countInBand } from "./segments";
import { calculateShare } from "./share-figure";

/**
 * Customer satisfaction: share of those who answered 4 or 5 of 5 (top-2-box), 0…1, with its Wilson interval.
 * No answers: value and interval null.
 * @param distribution of a csat question
 */
export function calculateCsat(distribution: ScoreDistribution): Figure {
  return calculateShare("csat", countInBand(distribution, "satisfied"), countAnswers(distribution));
}

/**
 * Mean satisfaction 1…5 with its Student interval: the second figure, always labelled as a mean.
 * No answers: value null; fewer than two: interval null.
 * @param distribution of a csat question
 */
export function calculateCsatMean(distribution: ScoreDistribution): Figure {
  const { min, max } = METRIC_SCALES.csat;
  const moments = calculateScoreMoments(distribution);
  return {
    key: "csatMean",
    unit: "mean",
    value: moments?.mean ?? null,
    n: countAnswers(distribution),
    interval: moments && calculateMeanInterval(moments, { low: min, high: max }),
  };
}
