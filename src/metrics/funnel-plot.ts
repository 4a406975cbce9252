import { calculateFigure, type Figure } from "./figure";
import { calculateFunnelLimits, winsorizeOverdispersion } from "./funnel-limits";
import { HEADLINES } from "./headline";
import { clipInterval, type Interval } from "./interval";
import { calculateMoments, calculateSpread, type Spread } from "./moments";
import { countAnswers, type ScoreDistribution } from "./score-distribution";
import { calculateSkewedReach } from "./skewed-reach";

/** The z of the two pairs of limits: 95 % and 99.8 % of groups that are like all together lie within (Spiegelhalter 2005). */
export const FUNNEL_LIMITS = { inner: 1.96, outer: 3.09 } as const;

export type FunnelPlotInput = { readonly id: string; readonly distribution: ScoreDistribution };

/**
 * A group in the plot. `zone`: "inside" the 95 % limits, in "between" them and the 99.8 % ones (one of twenty groups is, by
 * chance), or "outside" both: what chance does not explain. `side` is set where it is not inside.
 */
export type FunnelPlotPoint = {
  readonly id: string;
  readonly figure: Figure;
  readonly inner: Interval;
  readonly outer: Interval;
  readonly zone: "inside" | "between" | "outside";
  readonly side: "above" | "below" | null;
};

/** Both pairs of limits at one number of answers, for drawing them. */
export type FunnelPlotLimits = { readonly n: number; readonly inner: Interval; readonly outer: Interval };

/**
 * `target` and limits are in the headline's unit. `overdispersion` φ ≥ 1 is how many times the variance between groups
 * exceeds sampling; limits are √φ times wider. `points` keep the order of the input, without those that have too few
 * answers.
 */
export type FunnelPlot = {
  readonly target: Figure;
  readonly overdispersion: number;
  readonly points: readonly FunnelPlotPoint[];
  /** From the fewest to the most answers of a point (a little beyond where these are close); empty without points. */
  readonly limits: readonly FunnelPlotLimits[];
};

/** Enough for a smooth curve. */
const CURVE_POINTS = 40;

/** The most answers are drawn at least this many times as far out as the fewest. */
const NARROWEST_RANGE = 1.25;

/**
 * Groups by score and number of answers, with the limits within which a group lies that does as all do (Spiegelhalter 2005,
 * Funnel plots for comparing institutional performance). The fewer the answers, the wider: unlike a ranking, the plot does
 * not put the lucky few at the top.
 *
 * CSAT: exact binomial limits; NPS and CES: target ± z standard errors of one answer's spread over all answers, wider on
 * the side of a long tail at small n (see calculateSkewedReach). All of them times √φ (Spiegelhalter 2005, Handling
 * over-dispersion of performance indicators) once ten groups are there.
 *
 * @param all everybody's answers: the target
 * @param minimumN groups with fewer answers are left out (the organization's setting); at least 1
 * @returns null when nobody answered
 * @throws RangeError when the metrics differ
 */
export function makeFunnelPlot(
  groups: readonly FunnelPlotInput[],
  all: ScoreDistribution,
  minimumN: number,
): FunnelPlot | null {
  const target = calculateFigure(all);
  const spread = calculateSpread(all);
  if (target.value === null || !spread) return null;
  const centre = target.value;
  const shown = groups.flatMap(({ id, distribution }) => {
    if (distribution.metric !== all.metric) throw new RangeError("A plot shows one metric");
    const isEnough = countAnswers(distribution) >= Math.max(1, minimumN);
    return isEnough ? [{ id, figure: calculateFigure(distribution) }] : [];
  });
  const overdispersion = winsorizeOverdispersion(
    shown.map(({ figure }) => ((figure.value ?? centre) - centre) / Math.sqrt(spread.variance / figure.n)),
  );
  const known = new Map<number, FunnelPlotLimits>();
  const limitsAt = (n: number): FunnelPlotLimits => {
    const limits = known.get(n) ?? {
      n,
      inner: calculateLimits(all, centre, spread, n, FUNNEL_LIMITS.inner, overdispersion),
      outer: calculateLimits(all, centre, spread, n, FUNNEL_LIMITS.outer, overdispersion),
    };
    known.set(n, limits);
    return limits;
  };
  return {
    target,
    overdispersion,
    points: shown.map(({ id, figure }) => ({
      id,
      figure,
      ...judge(figure.value ?? centre, limitsAt(figure.n)),
    })),
    limits: chooseCurve(shown.map(({ figure }) => figure.n)).map(limitsAt),
  };
}

function calculateLimits(
  all: ScoreDistribution,
  centre: number,
  spread: Spread,
  n: number,
  z: number,
  overdispersion: number,
): Interval {
  const { scale } = HEADLINES[all.metric];
  // The moments of a share are those of the binomial; all alike, the spread stands in and the binomial has none.
  if (all.metric === "csat" && calculateMoments(all)?.variance) {
    return calculateFunnelLimits(centre, n, overdispersion, z) ?? scale;
  }
  const standardError = Math.sqrt((spread.variance * overdispersion) / n);
  const skewness = spread.skewness / Math.sqrt(n);
  return clipInterval(
    {
      low: centre - calculateSkewedReach(z, -skewness) * standardError,
      high: centre + calculateSkewedReach(z, skewness) * standardError,
    },
    scale,
  );
}

function judge(value: number, { inner, outer }: FunnelPlotLimits) {
  const isBeyond = ({ low, high }: Interval) => value < low || value > high;
  const zone = isBeyond(outer) ? "outside" : isBeyond(inner) ? "between" : "inside";
  const side = zone === "inside" ? null : value < inner.low ? "below" : "above";
  return { inner, outer, zone, side } as const;
}

/** Numbers of answers from the fewest to the most, closer together where they are few: there the limits bend. */
function chooseCurve(counts: readonly number[]): number[] {
  if (counts.length === 0) return [];
  const fewest = counts.reduce((a, b) => Math.min(a, b));
  const most = counts.reduce((a, b) => Math.max(a, b));
  // Where all have about as many answers, the limits still need a width to be drawn over.
  const isNarrow = most < fewest * NARROWEST_RANGE;
  const first = isNarrow ? Math.max(1, Math.floor(fewest / NARROWEST_RANGE)) : fewest;
  const last = isNarrow ? Math.ceil(most * NARROWEST_RANGE) : most;
  const steps = Array.from({ length: CURVE_POINTS }, (_, index) =>
    Math.round(first + (last - first) * (index / (CURVE_POINTS - 1)) ** 2),
  );
  return [...new Set(steps)];
}
