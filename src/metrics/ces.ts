import type { Figure } from "./figure-shape";
import { HEADLINES } from "./headline";
import { calculateMeanInterval } from "./mean-interval";
import { calculateMoments } from "./moments";
import { countAnswers, type ScoreDistribution } from "./score-distribution";
import { countInBand } from "./segments";
import { calculateShare } from "./share-figure";

/**
 * Customer Effort Score, version 2: mean agreement 1…7 with "The company made it easy for me to handle my issue"
 * (Dixon, Toman & DeLisi 2013, The Effortless Experience), with its Student interval.
 * No answers: value null; fewer than two: interval null.
 * @param distribution of a ces question
 */
export function calculateCes(distribution: ScoreDistribution): Figure {
  const moments = calculateMoments(distribution);
  return {
    key: "ces",
    unit: "mean",
    value: moments?.mean ?? null,
    n: countAnswers(distribution),
    interval: moments && calculateMeanInterval(moments, HEADLINES.ces.scale),
  };
}

/**
 * Share of those who agreed (5–7) that it was easy, 0…1, with its Wilson interval: the second figure.
 * No answers: value and interval null.
 * @param distribution of a ces question
 */
export function calculateCesEasy(distribution: ScoreDistribution): Figure {
  return calculateShare("cesEasy", countInBand(distribution, "satisfied"), countAnswers(distribution));
}
