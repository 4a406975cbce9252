import { calculateFigure } from "./figure";
import { HEADLINES } from "./headline";
import { clipInterval, type Interval } from "./interval";
import { calculateMoments, calculateSpread } from "./moments";
import { calculateAverageMovingRange, MOVING_RANGE_PER_SIGMA } from "./moving-range";
import { findSignals, MINIMUM_BASELINE_POINTS, type Signal } from "./nelson-rules";
import { countAnswers, type MetricKey, type ScoreDistribution, sumDistributions } from "./score-distribution";
import { calculateSkewedReach } from "./skewed-reach";
import { xmrChart } from "./xmr-chart";

/** One week's or month's answers; `key` is whatever the caller knows the period by. Oldest first. */
export type ControlChartInput = { readonly key: string; readonly distribution: ScoreDistribution };

/** In the headline's unit. Value and interval are null without answers, limits when there is no basis for them. */
export type ControlPoint = {
  readonly key: string;
  readonly n: number;
  readonly value: number | null;
  readonly interval: Interval | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly signal: Signal | null;
};

/**
 * `overdispersion` is how many times wider than sampling alone explains the points vary (Laney's σ_z, never below 1);
 * null for means and without limits.
 */
export type ControlChart = {
  readonly centre: number | null;
  readonly overdispersion: number | null;
  readonly points: readonly ControlPoint[];
};

export type ControlChartOptions = {
  /** How many points from the start make the baseline; all of them when left out. */
  readonly baseline?: number;
};

/**
 * Which points of a trend are changes and which are normal variation.
 *
 * NPS and CSAT: pooled centre of the baseline ± 3 standard errors of that point's own n (p-chart, Shewhart 1931), times
 * Laney's σ_z when the points vary more than sampling explains (Laney 2002, Improved control charts for attributes). At
 * small n the figure is skewed and 3 standard errors would signal by chance; see calculateSkewedReach. CES: XmR chart of the
 * points' means. Signals: findSignals.
 *
 * Without 8 baseline points that have answers, limits and signals are null. No points: centre null.
 * @throws RangeError when the points are of different metrics
 */
export function controlChart(
  points: readonly ControlChartInput[],
  options: ControlChartOptions = {},
): ControlChart {
  const metric = points[0]?.distribution.metric;
  if (metric === undefined) return { centre: null, overdispersion: null, points: [] };
  const plotted = points.map(({ key, distribution }) => {
    if (distribution.metric !== metric) throw new RangeError("A chart shows one metric");
    const { n, value, interval } = calculateFigure(distribution);
    return { key, n, value, interval };
  });
  if (metric === "ces") {
    const { centre, points: judged } = xmrChart(
      plotted.map(({ value }) => value),
      { ...options, scale: HEADLINES.ces.scale },
    );
    return {
      centre,
      overdispersion: null,
      points: plotted.map((point, index) => ({ ...point, ...(judged[index] ?? NO_LIMITS) })),
    };
  }
  return chartShares(metric, points, plotted, options);
}

type PlottedPoint = Pick<ControlPoint, "key" | "n" | "value" | "interval">;

const NO_LIMITS = { lower: null, upper: null, signal: null };

function chartShares(
  metric: MetricKey,
  points: readonly ControlChartInput[],
  plotted: readonly PlottedPoint[],
  options: ControlChartOptions,
): ControlChart {
  const baseline = points.slice(0, options.baseline).map(({ distribution }) => distribution);
  const pooled = sumDistributions(metric, baseline);
  const spread = calculateSpread(pooled);
  const centre = calculateMoments(pooled)?.mean ?? null;
  const answeredPoints = baseline.filter((distribution) => countAnswers(distribution) > 0).length;
  if (centre === null || !spread || answeredPoints < MINIMUM_BASELINE_POINTS) {
    return { centre, overdispersion: null, points: plotted.map((point) => ({ ...point, ...NO_LIMITS })) };
  }
  const overdispersion = estimateOverdispersion(plotted.slice(0, options.baseline), centre, spread.variance);
  const limited = plotted.map((point) => {
    if (point.n === 0) return { ...point, lower: null, upper: null, canRun: false };
    const standardError = Math.sqrt(spread.variance / point.n) * overdispersion;
    const skewness = spread.skewness / Math.sqrt(point.n);
    const { low, high } = clipInterval(
      {
        low: centre - calculateSkewedReach(LIMIT_Z, -skewness) * standardError,
        high: centre + calculateSkewedReach(LIMIT_Z, skewness) * standardError,
      },
      HEADLINES[metric].scale,
    );
    return { ...point, lower: low, upper: high, canRun: Math.abs(skewness) <= RUN_SKEWNESS_LIMIT };
  });
  const signals = findSignals(limited, centre);
  return {
    centre,
    overdispersion,
    points: limited.map(({ canRun: _, ...point }, index) => ({ ...point, signal: signals[index] ?? null })),
  };
}

/** Laney's σ_z: sigma of the points' z scores from their moving range; 1 when they vary less than sampling explains. */
function estimateOverdispersion(points: readonly PlottedPoint[], centre: number, variance: number): number {
  const zScores = points.flatMap(({ n, value }) =>
    value === null ? [] : [(value - centre) / Math.sqrt(variance / n)],
  );
  return Math.max(1, (calculateAverageMovingRange(zScores) ?? 0) / MOVING_RANGE_PER_SIGMA);
}

/** Limits lie three standard errors from the centre (Shewhart). */
const LIMIT_Z = 3;

/** Above this skewness (under one answer of the rarer kind expected) most points lie on one side by nature: no run there. */
const RUN_SKEWNESS_LIMIT = 1;
