import type { Figure } from "./figure-shape";
import { HEADLINES } from "./headline";
import { clipInterval, type Interval, includeInInterval } from "./interval";
import { calculateAdjustedNpsMoments, calculateMoments } from "./moments";
import { Z_95 } from "./probability";
import { countAnswers, type ScoreDistribution } from "./score-distribution";

/**
 * Net Promoter Score: 100 · (promoters − detractors) ÷ all who answered, −100…+100 points.
 * No answers: value and interval null.
 * @param distribution of an nps question
 */
export function calculateNps(distribution: ScoreDistribution): Figure {
  const moments = calculateMoments(distribution);
  return {
    key: "nps",
    unit: "points",
    value: moments?.mean ?? null,
    n: countAnswers(distribution),
    interval: calculateNpsInterval(distribution),
  };
}

/**
 * Standard error of the NPS in points, 100 · √((p₊ + p₋ − (p₊ − p₋)²) ÷ n), on the unadjusted shares (Rocks 2016).
 * 0 when everybody is in one band, hence of no use for an interval then; null for no answers.
 */
export function calculateNpsStandardError(distribution: ScoreDistribution): number | null {
  const moments = calculateMoments(distribution);
  return moments && Math.sqrt(moments.variance / moments.n);
}

/**
 * Adjusted Wald 95 % interval of the NPS (Rocks 2016): 0.75 detractors, 1.5 passives and 0.75 promoters are added before
 * the Wald formula, which gives small and unanimous samples an honest width. Cut at ±100 and widened to contain the NPS
 * itself, from which the adjusted centre differs at small n. Null for no answers.
 */
function calculateNpsInterval(distribution: ScoreDistribution): Interval | null {
  const moments = calculateMoments(distribution);
  const adjusted = calculateAdjustedNpsMoments(distribution);
  if (!moments || !adjusted) return null;
  const reach = Z_95 * Math.sqrt(adjusted.variance / adjusted.n);
  const interval = { low: adjusted.mean - reach, high: adjusted.mean + reach };
  return includeInInterval(clipInterval(interval, HEADLINES.nps.scale), moments.mean);
}
