import "server-only";
import { type Change, testChange } from "@/metrics/change";
import { calculateFigure, type Figure } from "@/metrics/figure";
import { emptyDistribution, type MetricKey } from "@/metrics/score-distribution";
import type { Dashboard } from "../dashboard";
import { listGroupDistributions } from "../queries/list-group-distributions";
import { listMetricDistributions } from "../queries/list-metric-distributions";
import type { Dimension } from "../schema";

/** A figure of another metric than the selected one, with what belongs beside it. */
export type OtherMetricFigure = {
  metric: MetricKey;
  figure: Figure;
  change: Change | null;
  /** All answers of the slice to that metric. */
  reference: Figure;
};

/** Figures of the metrics that these groups were measured by instead; groups without any are missing. */
export async function getOtherMetricFigures(
  { scope, slice }: Pick<Dashboard, "scope" | "slice">,
  dimension: Dimension,
  metricById: ReadonlyMap<string, MetricKey | undefined>,
): Promise<Map<string, OtherMetricFigure>> {
  const wanted = [...new Set(metricById.values())].filter((metric) => metric !== undefined);
  const result = new Map<string, OtherMetricFigure>();
  if (wanted.length === 0) return result;
  const everything = await listMetricDistributions(scope, slice);
  await Promise.all(
    wanted.map(async (metric) => {
      const distributions = await listGroupDistributions(scope, slice, metric, dimension);
      const reference = calculateFigure(everything.get(metric)?.current ?? emptyDistribution(metric));
      for (const [id, own] of metricById) {
        const compared = own === metric ? distributions.get(id) : undefined;
        if (!compared) continue;
        const change = compared.previous && testChange(compared.previous, compared.current);
        result.set(id, { metric, figure: calculateFigure(compared.current), change, reference });
      }
    }),
  );
  return result;
}
