import { valueOfAnswer } from "./headline";
import { listScores, type ScoreDistribution } from "./score-distribution";
import { calculateShareVariance } from "./share-figure";

/** Mean, variance (÷ n) and skewness of a value over n answers. Skewness is 0 when all are equal. */
export type Moments = {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
  readonly skewness: number;
};

/** Answers weighted by how many gave them; weights need not be whole numbers. */
type WeightedValue = { readonly value: number; readonly weight: number };

function momentsOfValues(values: readonly WeightedValue[]): Moments | null {
  const n = values.reduce((total, { weight }) => total + weight, 0);
  if (n === 0) return null;
  const mean = values.reduce((total, { value, weight }) => total + value * weight, 0) / n;
  const centralMoment = (power: number) =>
    values.reduce((total, { value, weight }) => total + weight * (value - mean) ** power, 0) / n;
  const variance = centralMoment(2);
  return { n, mean, variance, skewness: variance === 0 ? 0 : centralMoment(3) / variance ** 1.5 };
}

function answerValues(distribution: ScoreDistribution): WeightedValue[] {
  return listScores(distribution).map(({ score, count }) => ({
    value: valueOfAnswer(distribution.metric, score),
    weight: count,
  }));
}

/**
 * Moments of the headline value (points, share or mean; see headline.ts). For NPS the variance is 100² times Rocks'
 * p₊ + p₋ − (p₊ − p₋)² (Rocks 2016, Interval estimation for the Net Promoter Score, arXiv 1601.07235); for CSAT p(1 − p).
 * Null for no answers.
 */
export function calculateMoments(distribution: ScoreDistribution): Moments | null {
  return momentsOfValues(answerValues(distribution));
}

/** Moments of the raw scores, for means that are shown beside a headline. Null for no answers. */
export function calculateScoreMoments(distribution: ScoreDistribution): Moments | null {
  return momentsOfValues(
    listScores(distribution).map(({ score, count }) => ({ value: score, weight: count })),
  );
}

/** Rocks' added answers: 0.75 detractors, 1.5 passives, 0.75 promoters. */
const ADDED_NPS_ANSWERS: readonly WeightedValue[] = [
  { value: -100, weight: 0.75 },
  { value: 0, weight: 1.5 },
  { value: 100, weight: 0.75 },
];

/** Moments of the NPS value over the answers and Rocks' three added ones: the adjusted Wald interval is built on them. */
export function calculateAdjustedNpsMoments(distribution: ScoreDistribution): Moments | null {
  return momentsOfValues([...answerValues(distribution), ...ADDED_NPS_ANSWERS]);
}

/**
 * A mean of whole-number scores cannot be known better than the scale resolves: a score stands for anything within half a
 * step, whose variance is 1/12 (Sheppard 1898). Without this floor five equal answers would claim an exact mean.
 */
export const ROUNDING_VARIANCE = 1 / 12;

/** Sample variance (÷ n − 1) of whole-number scores, not below what rounding to the scale hides. */
export function floorSampleVariance(moments: Moments): number {
  const sampleVariance = moments.n > 1 ? (moments.variance * moments.n) / (moments.n - 1) : 0;
  return Math.max(sampleVariance, ROUNDING_VARIANCE);
}

/**
 * Variance of one answer's headline value, for standard errors. Never 0: where everybody gave the same answer the plain
 * variance says that the next one cannot differ, and any comparison would look infinitely certain; the variance with a few
 * added answers (NPS, CSAT) or the rounding variance (CES) stands in then. Otherwise it is the plain, unadjusted one.
 * Null for no answers.
 */
export function calculateVariance(distribution: ScoreDistribution): number | null {
  const moments = calculateMoments(distribution);
  if (!moments) return null;
  if (distribution.metric === "ces") return floorSampleVariance(moments);
  if (distribution.metric === "csat") return calculateShareVariance(moments.mean, moments.n);
  return moments.variance > 0
    ? moments.variance
    : (calculateAdjustedNpsMoments(distribution)?.variance ?? null);
}
