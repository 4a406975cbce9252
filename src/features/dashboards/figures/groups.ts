import "server-only";
import { type CaseMixComparison, compareWithCaseMix } from "@/metrics/case-mix";
import { type Change, testChange } from "@/metrics/change";
import { calculateFigure, type Figure } from "@/metrics/figure";
import { type RankedGroup, rankGroups } from "@/metrics/ranking";
import { calculateResponseRate } from "@/metrics/response-rate";
import { emptyDistribution, type MetricKey } from "@/metrics/score-distribution";
import { listDimensionValues, listExpectedGroups, listLocationsBelow } from "../choices";
import type { Dashboard } from "../dashboard";
import { countFunnel } from "../funnel";
import { listGroupDistributions } from "../queries/list-group-distributions";
import { listGroupMetrics } from "../queries/list-group-metrics";
import { listGroupOutcomes } from "../queries/list-group-outcomes";
import { listMetricDistributions } from "../queries/list-metric-distributions";
import { listMixDistributions } from "../queries/list-mix-distributions";
import type { Dimension, Slice } from "../schema";
import { getMetricDistribution } from "./headlines";
import { toInvitations } from "./response";

/** One touchpoint, employee … of a table. */
export type GroupRow = RankedGroup & {
  name: string;
  /** Place in the order the organization itself uses (the journey, the tree of locations). */
  position: number;
  /** Null when nothing is compared or either period has too few answers to tell. */
  change: Change | null;
  responseRate: Figure;
  /** Against the organization on the same mix of touchpoints and channels; employees only. */
  mix: CaseMixComparison | null;
  /** Where nobody answered the selected metric: the one that most answered instead. Never ranked among the others. */
  instead: OtherMetricFigure | null;
};

/** A figure of another metric than the selected one, with what belongs beside it. */
export type OtherMetricFigure = {
  metric: MetricKey;
  figure: Figure;
  change: Change | null;
  /** All answers of the slice to that metric. */
  reference: Figure;
};

export type GroupTable = {
  dimension: Dimension;
  rows: GroupRow[];
  /** All answers of the slice together: the line the rows are seen against. */
  reference: Figure;
  hasMix: boolean;
};

/**
 * The selected metric by touchpoint, employee …: those in use, and those no longer in use that have answers.
 * @param nameOf the name of a value of the dimension, as it is shown
 */
export async function getGroupTable(
  dashboard: Dashboard,
  dimension: Dimension,
  nameOf: (value: string) => string,
): Promise<GroupTable> {
  const { scope, slice, metric, minimumN, choices } = dashboard;
  const hasMix = dimension === "employee" && scope.role !== "employee";
  const [distributions, outcomes, all, metrics, mixes] = await Promise.all([
    listGroupDistributions(scope, slice, metric, dimension),
    listGroupOutcomes(scope, slice, dimension),
    getMetricDistribution(dashboard),
    listGroupMetrics(scope, slice, dimension),
    hasMix ? listMixDistributions(scope, withoutEmployee(slice), metric) : null,
  ]);
  // A page about one touchpoint or employee lists what it has met; only the organization's pages list what nobody met.
  const isPart = Object.keys(dashboard.fixed).length > 0 || scope.role === "employee";
  const expected = isPart
    ? []
    : listExpectedGroups(choices, dimension).filter((id) => isWithinFilter(dashboard, dimension, id));
  const ids = [...new Set([...expected, ...outcomes.keys(), ...distributions.keys(), ...metrics.keys()])];
  const positions = new Map(listDimensionValues(choices, dimension).map((id, index) => [id, index]));
  const empty = emptyDistribution(metric);
  const ranked = rankGroups(
    ids.map((id) => ({ id, distribution: distributions.get(id)?.current ?? empty })),
    { minimumN, organization: all.current },
  );
  const instead = await getOtherMetricFigures(
    dashboard,
    dimension,
    new Map(ranked.filter(({ figure }) => figure.n === 0).map(({ id }) => [id, metrics.get(id)?.[0]])),
  );
  const rows = ranked.map((group): GroupRow => {
    const compared = distributions.get(group.id);
    const strata = mixes?.byEmployee.get(group.id);
    return {
      ...group,
      name: nameOf(group.id),
      position: positions.get(group.id) ?? positions.size,
      change: compared?.previous ? testChange(compared.previous, compared.current) : null,
      responseRate: calculateResponseRate(toInvitations(countFunnel(outcomes.get(group.id) ?? new Map()))),
      instead: instead.get(group.id) ?? null,
      mix: mixes && strata ? compareWithCaseMix(strata, mixes.everybody) : null,
    };
  });
  return { dimension, rows, reference: calculateFigure(all.current), hasMix };
}

/** Figures of the metrics that these groups were measured by instead; groups without any are missing. */
async function getOtherMetricFigures(
  { scope, slice }: Dashboard,
  dimension: Dimension,
  metricById: Map<string, MetricKey | undefined>,
): Promise<Map<string, OtherMetricFigure>> {
  const wanted = [...new Set(metricById.values())].filter((metric) => metric !== undefined);
  if (wanted.length === 0) return new Map();
  const everything = await listMetricDistributions(scope, slice);
  const result = new Map<string, OtherMetricFigure>();
  for (const metric of wanted) {
    const distributions = await listGroupDistributions(scope, slice, metric, dimension);
    const reference = calculateFigure(everything.get(metric)?.current ?? emptyDistribution(metric));
    for (const [id, own] of metricById) {
      const compared = own === metric ? distributions.get(id) : undefined;
      if (!compared) continue;
      const change = compared.previous && testChange(compared.previous, compared.current);
      result.set(id, { metric, figure: calculateFigure(compared.current), change, reference });
    }
  }
  return result;
}

/** The mix compares with everybody, also where the table is narrowed to one employee. */
function withoutEmployee(slice: Slice): Slice {
  if (slice.filters.employee === undefined) return slice;
  return { ...slice, filters: { ...slice.filters, employee: undefined } };
}

/** Whether a filter leaves this value in: narrowed to one location, other locations are not listed as empty. */
function isWithinFilter(dashboard: Dashboard, dimension: Dimension, id: string): boolean {
  const { slice, choices } = dashboard;
  const { location } = slice.filters;
  const places = location === undefined ? null : listLocationsBelow(choices, location);
  if (dimension === "location") return places === null || places.includes(id);
  if (slice.filters[dimension] !== undefined) return slice.filters[dimension] === id;
  if (dimension !== "employee" || places === null) return true;
  return choices.employees.some((one) => one.id === id && places.includes(one.locationId));
}
