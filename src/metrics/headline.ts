import type { FigureKey, FigureUnit } from "./figure-shape";
import type { Interval } from "./interval";
import { checkScore, type MetricKey } from "./score-distribution";
import { csatBand, npsBand } from "./segments";

type Headline = { readonly key: FigureKey; readonly unit: FigureUnit; readonly scale: Interval };

/** The headline figure of each metric: its key, unit and the range it can lie in. */
export const HEADLINES: Record<MetricKey, Headline> = {
  nps: { key: "nps", unit: "points", scale: { low: -100, high: 100 } },
  csat: { key: "csat", unit: "share", scale: { low: 0, high: 1 } },
  ces: { key: "ces", unit: "mean", scale: { low: 1, high: 7 } },
};

const POINTS_OF_BAND = { detractor: -100, passive: 0, promoter: 100 };

/**
 * What one answer contributes. The headline figure of every metric is the mean of this value over the answers:
 * NPS −100, 0 or +100 by band; CSAT 1 when satisfied, else 0; CES the score itself.
 * @throws RangeError off the scale
 */
export function valueOfAnswer(metric: MetricKey, score: number): number {
  if (metric === "nps") return POINTS_OF_BAND[npsBand(score)];
  if (metric === "csat") return csatBand(score) === "satisfied" ? 1 : 0;
  checkScore("ces", score);
  return score;
}
