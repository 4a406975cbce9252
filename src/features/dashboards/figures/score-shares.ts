import "server-only";
import { listScores, type MetricKey } from "@/metrics/score-distribution";
import { type Band, type BandCount, bandOfScore, countBands } from "@/metrics/segments";
import type { Dashboard } from "../dashboard";
import { getMetricDistribution } from "./headlines";

/** Answers at one score; `share` is of all answers, null when there are none. */
export type ScoreShare = { score: number; count: number; share: number | null; band: Band };

export type ScoreShares = { metric: MetricKey; n: number; scores: ScoreShare[]; bands: BandCount[] };

/** How the period's answers to the selected metric spread over its scale, lowest score first. */
export async function getScoreShares(dashboard: Dashboard): Promise<ScoreShares> {
  const { current } = await getMetricDistribution(dashboard);
  const rows = listScores(current);
  const n = rows.reduce((total, { count }) => total + count, 0);
  return {
    metric: dashboard.metric,
    n,
    scores: rows.map(({ score, count }) => ({
      score,
      count,
      share: n === 0 ? null : count / n,
      band: bandOfScore(dashboard.metric, score),
    })),
    bands: countBands(current),
  };
}
