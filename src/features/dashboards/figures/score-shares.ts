import "server-only";
import { listScores, type MetricKey, type ScoreDistribution } from "@/metrics/score-distribution";
import { type Band, type BandCount, bandOfScore, countBands } from "@/metrics/segments";
import type { Dashboard } from "../dashboard";
import { getMetricDistribution } from "./headlines";

/** Answers at one score; `share` is of all answers, null when there are none. */
export type ScoreShare = { score: number; count: number; share: number | null; band: Band };

export type ScoreShares = { metric: MetricKey; n: number; scores: ScoreShare[]; bands: BandCount[] };

/** How the period's answers to the selected metric spread over its scale, lowest score first. */
export async function getScoreShares(dashboard: Dashboard): Promise<ScoreShares> {
  return shareScores((await getMetricDistribution(dashboard)).current);
}

/** How the answers of a distribution spread over its scale, lowest score first. */
export function shareScores(distribution: ScoreDistribution): ScoreShares {
  const { metric } = distribution;
  const rows = listScores(distribution);
  const n = rows.reduce((total, { count }) => total + count, 0);
  return {
    metric,
    n,
    scores: rows.map(({ score, count }) => ({
      score,
      count,
      share: n === 0 ? null : count / n,
      band: bandOfScore(metric, score),
    })),
    bands: countBands(distribution),
  };
}
