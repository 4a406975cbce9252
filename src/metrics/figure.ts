import { calculateCes, calculateCesEasy } from "./ces";
import { calculateCsat, calculateCsatMean } from "./csat";
import type { Figure } from "./figure-shape";
import { calculateNps } from "./nps";
import type { MetricKey, ScoreDistribution } from "./score-distribution";

export type { Figure, FigureKey, FigureUnit } from "./figure-shape";
export type { Interval } from "./interval";

const HEADLINE_CALCULATIONS: Record<MetricKey, (distribution: ScoreDistribution) => Figure> = {
  nps: calculateNps,
  csat: calculateCsat,
  ces: calculateCes,
};

/**
 * The headline figure of the distribution's metric: NPS in points −100…+100, CSAT as a share 0…1, CES as a mean 1…7.
 * No answers: value and interval null.
 */
export function calculateFigure(distribution: ScoreDistribution): Figure {
  return HEADLINE_CALCULATIONS[distribution.metric](distribution);
}

/** The figure shown second: CSAT's mean 1…5, CES's share of 5–7; NPS has none (null). */
export function calculateSecondFigure(distribution: ScoreDistribution): Figure | null {
  if (distribution.metric === "csat") return calculateCsatMean(distribution);
  return distribution.metric === "ces" ? calculateCesEasy(distribution) : null;
}
