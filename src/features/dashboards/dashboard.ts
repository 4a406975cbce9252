import "server-only";
import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { type DashboardChoices, listDashboardChoices, listDimensionValues } from "./choices";
import {
  chooseInterval,
  type Interval,
  type Period,
  resolvePeriod,
  resolvePreviousPeriod,
  todayIn,
} from "./periods";
import { getDashboardSettings } from "./queries/get-dashboard-settings";
import { listAnsweredMetrics } from "./queries/list-answered-metrics";
import { findDashboardEmployee } from "./queries/list-dashboard-employees";
import { listSurveyedMetrics } from "./queries/list-surveyed-metrics";
import {
  type DashboardParameters,
  DEFAULT_PERIOD,
  DIMENSIONS,
  type Dimension,
  type DimensionFilters,
  isId,
  isOnScale,
  type ParameterName,
  parseDashboardParameters,
  type RawSearchParameters,
  type Slice,
} from "./schema";

/** Where a dashboard is: the organization's slug and the page's path. */
export type DashboardAddress = { slug: string; pathname: string };

/**
 * Everything the parts of one dashboard page agree on, worked out once per request. The slices are always these same
 * objects, by which the queries' cache knows that two parts ask the same.
 */
export type Dashboard = DashboardAddress & {
  scope: Scope;
  /** As they took effect; what was ignored is gone. */
  parameters: DashboardParameters;
  ignored: ParameterName[];
  /** What the page itself is about (one employee …); not part of its parameters. */
  fixed: DimensionFilters;
  today: string;
  period: Period;
  previousPeriod: Period | null;
  interval: Interval;
  slice: Slice;
  /** The slice without what is fixed: what the page's subject is compared with. */
  contextSlice: Slice;
  /** Metrics to choose from, always in the same order; never empty. */
  metrics: MetricKey[];
  metric: MetricKey;
  minimumN: number;
  isSetUp: boolean;
  choices: DashboardChoices;
};

const METRICS = Object.keys(METRIC_SCALES) as MetricKey[];

/** What an employee may filter the own results by: nothing that would name or single out a colleague. */
const EMPLOYEE_DIMENSIONS: readonly Dimension[] = ["touchpoint", "channel", "encounterType"];

/**
 * Reads a dashboard's address within a scope. Filters that do not exist there are ignored, and said to be.
 * @throws NotFoundError when what the page is about (`fixed`) does not exist, or not for this scope
 */
export async function openDashboard(
  scope: Scope,
  address: DashboardAddress,
  raw: RawSearchParameters,
  fixed: DimensionFilters = {},
): Promise<Dashboard> {
  const today = todayIn(scope.now, scope.timeZone);
  const parsed = restrictToRole(scope, parseDashboardParameters(raw, today));
  const [choices, { minimumN, isSetUp }] = await Promise.all([
    listPageChoices(scope, [fixed.employee, parsed.parameters.filters.employee]),
    getDashboardSettings(scope),
  ]);
  for (const [dimension, value] of Object.entries(fixed)) {
    if (!listDimensionValues(choices, dimension as Dimension).includes(value)) throw new NotFoundError();
  }
  const { filters, ignored } = dropUnknownFilters(parsed, choices, fixed);

  const period = resolvePeriod(parsed.parameters.period, scope.now, scope.timeZone);
  const previousPeriod = parsed.parameters.isCompared ? resolvePreviousPeriod(period, scope.timeZone) : null;
  const span = { from: period.from, to: period.to, previousFrom: previousPeriod?.from ?? null };
  const slice: Slice = { ...span, filters: { ...filters, ...fixed } };
  const hasFixed = Object.keys(fixed).length > 0;

  const metrics = await listMetricsToChoose(scope, slice);
  const metric = parsed.parameters.metric ?? metrics[0] ?? "nps";
  const { score } = parsed.parameters;
  return {
    ...address,
    scope,
    parameters: {
      ...parsed.parameters,
      filters,
      score: score !== null && !isOnScale(metric, score) ? null : score,
    },
    ignored,
    fixed,
    today,
    period,
    previousPeriod,
    interval: parsed.parameters.interval === "auto" ? chooseInterval(period) : parsed.parameters.interval,
    slice,
    contextSlice: hasFixed ? { ...span, filters } : slice,
    metrics: METRICS.filter((one) => one === metric || metrics.includes(one)),
    metric,
    minimumN,
    isSetUp,
    choices,
  };
}

/** The choices, knowing the employees that the address names. */
export async function listPageChoices(
  scope: Scope,
  employeeIds: readonly (string | undefined)[],
): Promise<DashboardChoices> {
  const choices = await listDashboardChoices(scope);
  const known = choices.employees.map(({ id }) => id);
  const ids = employeeIds.filter((id) => id !== undefined && !known.includes(id) && isId(id)) as string[];
  if (choices.hasAllEmployees || ids.length === 0) return choices;
  const found = await Promise.all([...new Set(ids)].map((id) => findDashboardEmployee(scope, id)));
  return { ...choices, employees: [...choices.employees, ...found.filter((one) => one !== null)] };
}

type Parsed = { parameters: DashboardParameters; ignored: ParameterName[] };

function restrictToRole(scope: Scope, { parameters, ignored }: Parsed): Parsed {
  if (scope.role !== "employee") return { parameters, ignored };
  const refused = DIMENSIONS.filter(
    (dimension) => parameters.filters[dimension] !== undefined && !EMPLOYEE_DIMENSIONS.includes(dimension),
  );
  const filters = { ...parameters.filters };
  for (const dimension of refused) delete filters[dimension];
  // Days chosen freely would cut the organization's mean down to a single colleague's day.
  const isCustom = typeof parameters.period === "object";
  return {
    parameters: { ...parameters, filters, period: isCustom ? DEFAULT_PERIOD : parameters.period },
    ignored: [...ignored, ...refused, ...(isCustom ? (["period"] as const) : [])],
  };
}

/** The filters that exist among the choices; those that do not are named in `ignored`. */
export function dropUnknownFilters(
  { parameters, ignored }: Parsed,
  choices: DashboardChoices,
  fixed: DimensionFilters,
): { filters: DimensionFilters; ignored: ParameterName[] } {
  const filters: DimensionFilters = {};
  const unknown: Dimension[] = [];
  for (const dimension of DIMENSIONS) {
    const value = parameters.filters[dimension];
    // A filter on what the page is about says nothing new; the page's own holds.
    if (value === undefined || fixed[dimension] !== undefined) continue;
    if (listDimensionValues(choices, dimension).includes(value)) filters[dimension] = value;
    else unknown.push(dimension);
  }
  return { filters, ignored: [...ignored, ...unknown] };
}

/** Metrics with answers, most first; without any, those that surveys ask about. */
async function listMetricsToChoose(scope: Scope, slice: Slice): Promise<MetricKey[]> {
  const answered = await listAnsweredMetrics(scope, slice);
  if (answered.length > 0) return answered;
  const surveyed = await listSurveyedMetrics(scope);
  return surveyed.length > 0 ? surveyed : ["nps"];
}
