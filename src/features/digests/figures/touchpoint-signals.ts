import "server-only";
import type { Dashboard } from "@/features/dashboards/dashboard";
import { chooseBaseline } from "@/features/dashboards/figures/trend-baseline";
import { listBuckets } from "@/features/dashboards/periods";
import { listDistributions } from "@/features/dashboards/queries/list-distributions";
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
  { scope, period, slice, choices }: Dashboard,
  metrics: readonly MetricKey[],
): Promise<TouchpointSignal[]> {
  const buckets = listBuckets(period, "week", scope.timeZone);
  const found: TouchpointSignal[] = [];
  for (const metric of metrics) {
    const rows = await listDistributions(scope, slice, { metric, groupBy: "touchpoint", interval: "week" });
    for (const { id: touchpointId, name } of choices.touchpoints) {
      const own = new Map(
        rows.flatMap(({ group, bucket, distribution }) =>
          group === touchpointId && bucket !== null ? [[bucket, distribution] as const] : [],
        ),
      );
      const weeks = buckets.map(({ key }) => ({
        key,
        distribution: own.get(key) ?? emptyDistribution(metric),
      }));
      const baseline = chooseBaseline(weeks.map(({ distribution }) => countAnswers(distribution)));
      const point = controlChart(weeks, { baseline }).points.at(-1);
      if (point?.signal) found.push({ touchpointId, name, metric, point, signal: point.signal });
    }
  }
  const positions = new Map(choices.touchpoints.map(({ id }, index) => [id, index]));
  return found.sort((a, b) => (positions.get(a.touchpointId) ?? 0) - (positions.get(b.touchpointId) ?? 0));
}
