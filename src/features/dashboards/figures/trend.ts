import "server-only";
import { type ControlChart, type ControlPoint, controlChart } from "@/metrics/control-chart";
import { calculateFigure, type Figure } from "@/metrics/figure";
import { emptyDistribution } from "@/metrics/score-distribution";
import type { Dashboard } from "../dashboard";
import { type Bucket, listBuckets } from "../periods";
import { listTrendDistributions } from "../queries/list-trend-distributions";

/** One week or month: its figure and limits, and the figure of what the page's subject is compared with. */
export type TrendPoint = { bucket: Bucket; point: ControlPoint; context: Figure | null };

export type Trend = Pick<ControlChart, "centre"> & {
  points: TrendPoint[];
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
  const chart = controlChart(buckets.map(({ key }) => ({ key, distribution: own.get(key) ?? empty })));
  const points = buckets.flatMap((bucket, index) => {
    const point = chart.points[index];
    if (!point) return [];
    return [{ bucket, point, context: context && calculateFigure(context.get(bucket.key) ?? empty) }];
  });
  return {
    centre: chart.centre,
    points,
    hasLimits: points.some(({ point }) => point.upper !== null),
    hasContext,
  };
}
