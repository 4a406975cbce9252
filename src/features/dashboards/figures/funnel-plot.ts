import "server-only";
import { type FunnelPlot, type FunnelPlotPoint, makeFunnelPlot } from "@/metrics/funnel-plot";
import type { Dashboard } from "../dashboard";
import { nameAllEmployees } from "../known-employees";
import { listGroupDistributions } from "../queries/list-group-distributions";
import { getMetricDistribution } from "./headlines";

export type NamedPlotPoint = FunnelPlotPoint & { name: string };

export type EmployeePlot = Omit<FunnelPlot, "points"> & {
  /** The page, knowing the names of all employees in the plot. */
  dashboard: Dashboard;
  /** Those outside the limits first, then those between them, each by name. */
  points: NamedPlotPoint[];
  /** Employees left out because they have too few answers. */
  tooFew: number;
};

const ZONES: readonly FunnelPlotPoint["zone"][] = ["outside", "between", "inside"];

/** Employees by score and number of answers, around everybody's figure; null when nobody has answers. */
export async function getEmployeePlot(
  page: Dashboard,
  nameOf: (dashboard: Dashboard, employeeId: string) => string,
  locale: string,
): Promise<EmployeePlot | null> {
  const { scope, slice, metric, minimumN } = page;
  const [distributions, all] = await Promise.all([
    listGroupDistributions(scope, slice, metric, "employee"),
    getMetricDistribution(page),
  ]);
  const groups = Array.from(distributions, ([id, { current }]) => ({ id, distribution: current }));
  const plot = makeFunnelPlot(groups, all.current, minimumN);
  if (!plot) return null;
  const dashboard = await nameAllEmployees(page, distributions.keys());
  const employees = new Map(dashboard.choices.employees.map((employee) => [employee.id, employee]));
  const collator = new Intl.Collator(locale, { numeric: true });
  const points = plot.points
    .map((point) => {
      // Knowing one name is enough to look it up in: a plot can have thousands.
      const employee = employees.get(point.id);
      const choices = { ...dashboard.choices, employees: employee ? [employee] : [] };
      return { ...point, name: nameOf({ ...dashboard, choices }, point.id) };
    })
    .sort(
      (a, b) =>
        ZONES.indexOf(a.zone) - ZONES.indexOf(b.zone) ||
        collator.compare(a.name, b.name) ||
        (a.id < b.id ? -1 : 1),
    );
  const answered = groups.filter(({ distribution }) => distribution.counts.some((count) => count > 0)).length;
  return { ...plot, dashboard, points, tooFew: answered - points.length };
}
