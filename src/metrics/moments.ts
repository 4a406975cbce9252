import { valueOfAnswer } from "./headline";
import { listScores, type ScoreDistribution } from "./score-distribution";

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

/**
 * Answers that nobody gave, added where all answers are alike. NPS: 0.75 detractors, 1.5 passives, 0.75 promoters (Rocks
 * 2016). CSAT: one satisfied, one not (Agresti & Caffo 2000, Simple and effective confidence intervals for proportions and
 * differences of proportions).
 */
const ADDED_ANSWERS: Record<"nps" | "csat", readonly WeightedValue[]> = {
  nps: [
    { value: -100, weight: 0.75 },
    { value: 0, weight: 1.5 },
    { value: 100, weight: 0.75 },
  ],
  csat: [
    { value: 0, weight: 1 },
    { value: 1, weight: 1 },
  ],
};

/** Moments over the answers and Rocks' three added ones: the adjusted Wald interval of the NPS is built on them. */
export function calculateAdjustedNpsMoments(distribution: ScoreDistribution): Moments | null {
  return momentsOfValues([...answerValues(distribution), ...ADDED_ANSWERS.nps]);
}

/**
 * A mean of whole-number scores cannot be known better than the scale resolves: a score stands for anything within half a
 * step, whose variance is 1/12 (Sheppard 1898). Without this floor five equal answers would claim an exact mean.
 */
const ROUNDING_VARIANCE = 1 / 12;

/** Sample variance (÷ n − 1) of whole-number scores, not below what rounding to the scale hides. */
export function floorSampleVariance(moments: Moments): number {
  const sampleVariance = moments.n > 1 ? (moments.variance * moments.n) / (moments.n - 1) : 0;
  return Math.max(sampleVariance, ROUNDING_VARIANCE);
}

/** How one answer's headline value varies: variance, and skewness as in Moments. */
export type Spread = { readonly variance: number; readonly skewness: number };

/**
 * The spread of one answer's headline value, for standard errors. Its variance is never 0: where everybody gave the same
 * answer the plain variance says that the next one cannot differ, and any comparison would look infinitely certain. The
 * spread with a few added answers (NPS, CSAT) or the rounding variance (CES) stands in then; otherwise it is the plain,
 * unadjusted one. Null for no answers.
 */
export function calculateSpread(distribution: ScoreDistribution): Spread | null {
  const { metric } = distribution;
  const moments = calculateMoments(distribution);
  if (!moments) return null;
  if (metric === "ces") return { variance: floorSampleVariance(moments), skewness: moments.skewness };
  return moments.variance > 0
    ? moments
    : momentsOfValues([...answerValues(distribution), ...ADDED_ANSWERS[metric]]);
}
