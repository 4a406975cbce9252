import type { MetricKey } from "@/metrics/score-distribution";
import { type Band, METRIC_BANDS } from "@/metrics/segments";
import type { CommentBand } from "./schema";

/** A metric's own band of this place: METRIC_BANDS lists them worst first. */
export function bandOf(metric: MetricKey, band: CommentBand): Band {
  const bands = METRIC_BANDS[metric];
  return bands[{ low: 0, middle: 1, high: 2 }[band]] as Band;
}
