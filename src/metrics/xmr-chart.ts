import { clipInterval, type Interval } from "./interval";
import { calculateAverageMovingRange, MOVING_RANGE_LIMIT, MOVING_RANGE_PER_SIGMA } from "./moving-range";
import { findSignals, MINIMUM_BASELINE_POINTS, type Signal } from "./nelson-rules";

export type XmrPoint = {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly signal: Signal | null;
};

/** In the unit of the values. `movingRangeUpper` is the limit of the moving range chart drawn below. */
export type XmrChart = {
  readonly centre: number | null;
  readonly averageMovingRange: number | null;
  readonly movingRangeUpper: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly points: readonly XmrPoint[];
};

export type XmrOptions = {
  /** How many points from the start make the baseline; all of them when left out. */
  readonly baseline?: number;
  /** Ends of the scale, where limits are cut. */
  readonly scale?: Interval;
};

/**
 * Individuals and moving range chart: x̄ ± 3·MR̄ ÷ 1.128 (Shewhart 1931; NIST/SEMATECH e-Handbook 6.3.2.2). For means whose
 * own error is not known from a count: audit scores, CES.
 * Limits are null, and there are no signals, when fewer than 8 baseline points have a value or none of them differs from
 * its neighbour. Points without a value stay in the list and change nothing.
 */
export function xmrChart(values: readonly (number | null)[], options: XmrOptions = {}): XmrChart {
  const baseline = values.slice(0, options.baseline).filter((value) => value !== null);
  const centre =
    baseline.length === 0 ? null : baseline.reduce((sum, value) => sum + value, 0) / baseline.length;
  const averageMovingRange = calculateAverageMovingRange(baseline);
  const limits = calculateXmrLimits(baseline.length, centre, averageMovingRange, options.scale);
  const { lower, upper } = limits ?? { lower: null, upper: null };
  const judged = values.map((value) => ({ value, lower, upper }));
  const signals = limits && centre !== null ? findSignals(judged, centre) : [];
  return {
    centre,
    averageMovingRange,
    movingRangeUpper: averageMovingRange === null ? null : MOVING_RANGE_LIMIT * averageMovingRange,
    lower,
    upper,
    points: judged.map((point, index) => ({ ...point, signal: signals[index] ?? null })),
  };
}

/** Equal values differ in the last digit after averaging; such a range measures arithmetic. */
const NO_VARIATION = 1e-9;

function calculateXmrLimits(
  baselinePoints: number,
  centre: number | null,
  averageMovingRange: number | null,
  scale: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
): { lower: number; upper: number } | null {
  if (baselinePoints < MINIMUM_BASELINE_POINTS || centre === null) return null;
  if (averageMovingRange === null || averageMovingRange < NO_VARIATION) return null;
  const reach = (3 * averageMovingRange) / MOVING_RANGE_PER_SIGMA;
  const { low, high } = clipInterval({ low: centre - reach, high: centre + reach }, scale);
  return { lower: low, upper: high };
}
