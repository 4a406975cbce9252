import "server-only";
import type { Dashboard } from "@/features/dashboards/dashboard";
import { chooseBaseline } from "@/features/dashboards/figures/trend-baseline";
import { listBuckets } from "@/features/dashboards/periods";
import { listTrendDistributions } from "@/features/dashboards/queries/list-trend-distributions";
import { type ControlPoint, controlChart } from "@/metrics/control-chart";
import type { Signal } from "@/metrics/nelson-rules";
import { countAnswers, emptyDistribution, type MetricKey } from "@/metrics/score-distribution";

/** A touchpoint whose latest week is no normal variation: the point its own page marks in the trend of the same weeks. */
export type TouchpointSignal = {
  touchpointId: string;
  name: string;
  metric: MetricKey;
  point: ControlPoint;
  signal: Signal;
};

/** Touchpoints of the dashboard's scope with a signal in the last week of its period, in the order of the journey. */
export async function listTouchpointSignals(
  dashboard: Dashboard,
  metrics: readonly MetricKey[],
): Promise<TouchpointSignal[]> {
  const { scope, period, slice, choices } = dashboard;
  const buckets = listBuckets(period, "week", scope.timeZone);
  const found: TouchpointSignal[] = [];
  for (const { id, name } of choices.touchpoints) {
    for (const metric of metrics) {
      const ofTouchpoint = { ...slice, filters: { ...slice.filters, touchpoint: id } };
      const byWeek = await listTrendDistributions(scope, ofTouchpoint, metric, "week");
      const weeks = buckets.map(({ key }) => ({
        key,
        distribution: byWeek.get(key) ?? emptyDistribution(metric),
      }));
      const baseline = chooseBaseline(weeks.map(({ distribution }) => countAnswers(distribution)));
      const point = controlChart(weeks, { baseline }).points.at(-1);
      if (point?.signal) found.push({ touchpointId: id, name, metric, point, signal: point.signal });
    }
  }
  return found;
}
