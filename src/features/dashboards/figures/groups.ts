import "server-only";
import { type CaseMixComparison, compareWithCaseMix } from "@/metrics/case-mix";
import { type Change, testChange } from "@/metrics/change";
import { calculateFigure, type Figure } from "@/metrics/figure";
import { type RankedGroup, rankGroups } from "@/metrics/ranking";
import type { FunnelCounts } from "@/metrics/response-funnel";
import { calculateResponseRate } from "@/metrics/response-rate";
import { emptyDistribution, type MetricKey } from "@/metrics/score-distribution";
import { listDimensionValues, listExpectedGroups } from "../choices";
import type { Dashboard } from "../dashboard";
import { countFunnel } from "../funnel";
import { nameAllEmployees } from "../known-employees";
import { listGroupDistributions } from "../queries/list-group-distributions";
import { listGroupMetrics } from "../queries/list-group-metrics";
import { listGroupOutcomes } from "../queries/list-group-outcomes";
import { listMixDistributions } from "../queries/list-mix-distributions";
import type { Dimension, Slice } from "../schema";
import { getMetricDistribution } from "./headlines";
import { getOtherMetricFigures, type OtherMetricFigure } from "./other-metric-figures";
import { toInvitations } from "./response";
import { isWithinFilter } from "./within-filter";

/** One touchpoint, employee … among all of its kind: enough to sort by. */
export type RankedRow = RankedGroup & {
  name: string;
  /** Place in the order the organization itself uses (the journey, the tree of locations). */
  position: number;
};

/** The same with all that a row of a table shows. */
export type GroupRow = RankedRow & {
  /** Null when nothing is compared or either period has too few answers to tell. */
  change: Change | null;
  /** How far the group's encounters came. */
  funnel: FunnelCounts;
  responseRate: Figure;
  /** Against the organization on the same mix of touchpoints and channels; employees only. */
  mix: CaseMixComparison | null;
  /** Where nobody answered the selected metric: the one that most answered instead. Never ranked among the others. */
  instead: OtherMetricFigure | null;
};

/** All groups of a dimension, ranked among each other. */
export type GroupRanking = {
  /** The page, knowing the names of all groups. */
  dashboard: Dashboard;
  dimension: Dimension;
  rows: RankedRow[];
  /** All answers of the slice together: the line the rows are seen against. */
  reference: Figure;
};

/**
 * The selected metric by touchpoint, employee …: those in use, and those no longer in use that have answers.
 * @param nameOf the name of a value of the dimension, as it is shown
 * @param isExcerpt only the first rows are shown: of those no longer in use, the ones with encounters or with answers to
 * another metric only are left out, and need not be looked for among thousands
 */
export async function rankGroupRows(
  dashboard: Dashboard,
  dimension: Dimension,
  nameOf: (dashboard: Dashboard, value: string) => string,
  isExcerpt: boolean,
): Promise<GroupRanking> {
  const { scope, slice, metric, minimumN } = dashboard;
  const [distributions, outcomes, all, metrics] = await Promise.all([
    listGroupDistributions(scope, slice, metric, dimension),
    isExcerpt ? null : listGroupOutcomes(scope, slice, dimension),
    getMetricDistribution(dashboard),
    isExcerpt ? null : listGroupMetrics(scope, slice, dimension),
  ]);
  const met = new Set([...(outcomes?.keys() ?? []), ...distributions.keys(), ...(metrics?.keys() ?? [])]);
  const named = dimension === "employee" ? await nameAllEmployees(dashboard, met) : dashboard;
  const expected = listsOnlyMet(dashboard)
    ? []
    : listExpectedGroups(named.choices, dimension).filter(isWithinFilter(named, dimension));
  const positions = new Map(listDimensionValues(named.choices, dimension).map((id, index) => [id, index]));
  const empty = emptyDistribution(metric);
  const ranked = rankGroups(
    Array.from(new Set([...expected, ...met]), (id) => ({
      id,
      distribution: distributions.get(id)?.current ?? empty,
    })),
    { minimumN, organization: all.current },
  );
  const names = nameOfEach(named, dimension, nameOf);
  return {
    dashboard: named,
    dimension,
    reference: calculateFigure(all.current),
    rows: ranked.map((group) => ({
      ...group,
      name: names(group.id),
      position: positions.get(group.id) ?? positions.size,
    })),
  };
}

/** A page about one touchpoint or employee lists what it has met; only the organization's pages list what nobody met. */
function listsOnlyMet({ fixed, scope }: Dashboard): boolean {
  return Object.keys(fixed).length > 0 || scope.role === "employee";
}

/** Whether the first rows can be found without counting everything: see rankGroupRows. */
export function canExcerpt(dashboard: Dashboard, dimension: Dimension): boolean {
  return dimension === "employee" && !listsOnlyMet(dashboard);
}

/** Names by id at the cost of one look each: a list of thousands must not be searched for every row. */
function nameOfEach(
  dashboard: Dashboard,
  dimension: Dimension,
  nameOf: (dashboard: Dashboard, value: string) => string,
): (id: string) => string {
  if (dimension !== "employee") return (id) => nameOf(dashboard, id);
  const employees = new Map(dashboard.choices.employees.map((employee) => [employee.id, employee]));
  return (id) => {
    const employee = employees.get(id);
    const choices = { ...dashboard.choices, employees: employee ? [employee] : [] };
    return nameOf({ ...dashboard, choices }, id);
  };
}

/** What the rows of a ranking show besides their figure: worked out for these rows only. */
export async function completeGroupRows(
  dashboard: Dashboard,
  dimension: Dimension,
  rows: readonly RankedRow[],
  isExcerpt: boolean,
): Promise<GroupRow[]> {
  const { scope, slice, metric } = dashboard;
  const ids = rows.map(({ id }) => id);
  const isUnanswered = rows.some(({ figure }) => figure.n === 0);
  const [distributions, outcomes, metrics, mixes] = await Promise.all([
    listGroupDistributions(scope, slice, metric, dimension),
    // Of a page that counts everybody's anyway, the count is shared.
    listGroupOutcomes(scope, slice, dimension, isExcerpt ? ids : undefined),
    isUnanswered ? listGroupMetrics(scope, slice, dimension) : new Map<string, MetricKey[]>(),
    hasMix(dashboard, dimension) && ids.length > 0
      ? listMixDistributions(scope, withoutEmployee(slice), metric, ids)
      : null,
  ]);
  const instead = await getOtherMetricFigures(
    dashboard,
    dimension,
    new Map(rows.filter(({ figure }) => figure.n === 0).map(({ id }) => [id, metrics.get(id)?.[0]])),
  );
  return rows.map((row): GroupRow => {
    const compared = distributions.get(row.id);
    const strata = mixes?.byEmployee.get(row.id);
    const funnel = countFunnel(outcomes.get(row.id) ?? new Map());
    return {
      ...row,
      change: compared?.previous ? testChange(compared.previous, compared.current) : null,
      funnel,
      responseRate: calculateResponseRate(toInvitations(funnel)),
      instead: instead.get(row.id) ?? null,
      mix: mixes && strata ? compareWithCaseMix(strata, mixes.everybody) : null,
    };
  });
}

/** Whether a table by this dimension compares on the same mix of encounters. */
export function hasMix({ scope }: Pick<Dashboard, "scope">, dimension: Dimension): boolean {
  return dimension === "employee" && scope.role !== "employee";
}

/** The mix compares with everybody, also where the table is narrowed to one employee. */
function withoutEmployee(slice: Slice): Slice {
  if (slice.filters.employee === undefined) return slice;
  return { ...slice, filters: { ...slice.filters, employee: undefined } };
}
