import "server-only";
import { calculateFigure, type Figure } from "@/metrics/figure";
import type { Dashboard } from "../dashboard";
import { getOrganizationDistribution } from "../queries/get-organization-distribution";

/** Below this many colleagues the organization's mean would tell too much about one of them. */
export const MINIMUM_COLLEAGUES = 3;

/** The whole organization's figure, for an employee's own page; null when it would be about too few others. */
export async function getOrganizationMean(dashboard: Dashboard): Promise<Figure | null> {
  const { scope, slice, metric, minimumN } = dashboard;
  const { distribution, otherEmployees } = await getOrganizationDistribution(scope, slice, metric);
  const figure = calculateFigure(distribution);
  return otherEmployees >= MINIMUM_COLLEAGUES && figure.n >= minimumN ? figure : null;
}
