import "server-only";
import { type Change, testChange } from "@/metrics/change";
import { calculateFigure, calculateSecondFigure, type Figure } from "@/metrics/figure";
import { countAnswers, emptyDistribution, type MetricKey } from "@/metrics/score-distribution";
import type { Dashboard } from "../dashboard";
import { listMetricDistributions } from "../queries/list-metric-distributions";
import type { ComparedDistribution } from "../schema";

/** A metric's figure in the period, what it was before, and whether that is a change. */
export type Headline = {
  metric: MetricKey;
  figure: Figure;
  second: Figure | null;
  /** Null when nothing is compared. */
  previous: Figure | null;
  /** Null when nothing is compared or either period has too few answers to tell. */
  change: Change | null;
  isTooFew: boolean;
};

/** The selected metric's answers in the period (and before); empty distributions when there are none. */
export async function getMetricDistribution(
  dashboard: Dashboard,
  slice = dashboard.slice,
): Promise<ComparedDistribution> {
  const found = (await listMetricDistributions(dashboard.scope, slice)).get(dashboard.metric);
  const empty = emptyDistribution(dashboard.metric);
  return found ?? { current: empty, previous: slice.previousFrom === null ? null : empty };
}

/** One headline per metric to choose from, always in the same order. */
export async function listHeadlines(dashboard: Dashboard): Promise<Headline[]> {
  const byMetric = await listMetricDistributions(dashboard.scope, dashboard.slice);
  return dashboard.metrics.map((metric) =>
    makeHeadline(
      metric,
      byMetric.get(metric) ?? { current: emptyDistribution(metric), previous: null },
      dashboard.minimumN,
    ),
  );
}

function makeHeadline(
  metric: MetricKey,
  { current, previous }: ComparedDistribution,
  minimumN: number,
): Headline {
  return {
    metric,
    figure: calculateFigure(current),
    second: calculateSecondFigure(current),
    previous: previous && calculateFigure(previous),
    change: previous && testChange(previous, current),
    isTooFew: countAnswers(current) < minimumN,
  };
}
