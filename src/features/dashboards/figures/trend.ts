import "server-only";
import { type ControlChart, type ControlPoint, controlChart } from "@/metrics/control-chart";
import { calculateFigure, type Figure } from "@/metrics/figure";
import { countAnswers, emptyDistribution } from "@/metrics/score-distribution";
import type { Dashboard } from "../dashboard";
import { type Bucket, listBuckets } from "../periods";
import { listTrendDistributions } from "../queries/list-trend-distributions";
import { chooseBaseline } from "./trend-baseline";

/** One week or month: its figure and limits, and the figure of what the page's subject is compared with. */
export type TrendPoint = { bucket: Bucket; point: ControlPoint; context: Figure | null };

export type Trend = Pick<ControlChart, "centre"> & {
  points: TrendPoint[];
  /** How many points from the start make the level that all are judged against. */
  baseline: number;
  hasLimits: boolean;
  hasContext: boolean;
};

/** The selected metric over the period, a point for every week or month, also those without answers. */
export async function getTrend(dashboard: Dashboard): Promise<Trend> {
  const { scope, slice, contextSlice, metric, interval, period } = dashboard;
  // An employee's page compares with the organization only as a whole, never week by week.
  const hasContext = contextSlice !== slice && scope.role !== "employee";
  const [own, context] = await Promise.all([
    listTrendDistributions(scope, slice, metric, interval),
    hasContext ? listTrendDistributions(scope, contextSlice, metric, interval) : null,
  ]);
  const buckets = listBuckets(period, interval, scope.timeZone);
  const empty = emptyDistribution(metric);
  const distributions = buckets.map(({ key }) => ({ key, distribution: own.get(key) ?? empty }));
  const baseline = chooseBaseline(distributions.map(({ distribution }) => countAnswers(distribution)));
  const chart = controlChart(distributions, { baseline });
  const points = buckets.flatMap((bucket, index) => {
    const point = chart.points[index];
    if (!point) return [];
    return [{ bucket, point, context: context && calculateFigure(context.get(bucket.key) ?? empty) }];
  });
  return {
    centre: chart.centre,
    baseline,
    points,
    hasLimits: points.some(({ point }) => point.upper !== null),
    hasContext,
  };
}
