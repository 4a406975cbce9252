import { checkScore, listScores, type MetricKey, type ScoreDistribution } from "./score-distribution";

export type NpsBand = "detractor" | "passive" | "promoter";
export type SatisfactionBand = "dissatisfied" | "neutral" | "satisfied";
export type Band = NpsBand | SatisfactionBand;

/** The bands of each metric, worst first: the order of stacked bars. */
export const METRIC_BANDS: Record<MetricKey, readonly Band[]> = {
  nps: ["detractor", "passive", "promoter"],
  csat: ["dissatisfied", "neutral", "satisfied"],
  ces: ["dissatisfied", "neutral", "satisfied"],
};

/**
 * 0–6 detractor, 7–8 passive, 9–10 promoter (Reichheld 2003, The one number you need to grow).
 * @throws RangeError off the scale
 */
export function npsBand(score: number): NpsBand {
  checkScore("nps", score);
  if (score >= 9) return "promoter";
  return score >= 7 ? "passive" : "detractor";
}

/**
 * 4–5 satisfied (the top two boxes that the score counts), 3 neutral, 1–2 dissatisfied.
 * @throws RangeError off the scale
 */
export function csatBand(score: number): SatisfactionBand {
  checkScore("csat", score);
  if (score >= 4) return "satisfied";
  return score === 3 ? "neutral" : "dissatisfied";
}

/**
 * 5–7 satisfied (agrees that it was easy), 4 neutral, 1–3 dissatisfied.
 * @throws RangeError off the scale
 */
export function cesBand(score: number): SatisfactionBand {
  checkScore("ces", score);
  if (score >= 5) return "satisfied";
  return score === 4 ? "neutral" : "dissatisfied";
}

/**
 * The band of a score on its metric's scale.
 * @throws RangeError off the scale
 */
export function bandOfScore(metric: MetricKey, score: number): Band {
  if (metric === "nps") return npsBand(score);
  return metric === "csat" ? csatBand(score) : cesBand(score);
}

/** Answers in one band. `share` is of all answers, 0…1; null when there are none. */
export type BandCount = { readonly band: Band; readonly count: number; readonly share: number | null };

/** Answers per band, worst first, bands without answers included. */
export function countBands(distribution: ScoreDistribution): BandCount[] {
  const scores = listScores(distribution);
  const n = scores.reduce((total, { count }) => total + count, 0);
  return METRIC_BANDS[distribution.metric].map((band) => {
    const count = scores
      .filter(({ score }) => bandOfScore(distribution.metric, score) === band)
      .reduce((total, row) => total + row.count, 0);
    return { band, count, share: n === 0 ? null : count / n };
  });
}

/** Answers in one band; 0 for a band that the metric does not have. */
export function countInBand(distribution: ScoreDistribution, band: Band): number {
  return countBands(distribution).find((row) => row.band === band)?.count ?? 0;
}
