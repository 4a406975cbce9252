import type { Dashboard } from "./dashboard";
import { type DashboardParameters, toSearchParameters } from "./schema";

/** Changes to a dashboard's parameters; filters are changed one by one, undefined removes one. */
export type ParameterChanges = Partial<DashboardParameters>;

/**
 * The address of a dashboard page with the current filters, some of them changed. Paging and sorting start anew unless
 * they are among the changes.
 */
export function dashboardHref(
  dashboard: Pick<Dashboard, "parameters">,
  pathname: string,
  changes: ParameterChanges = {},
): string {
  return withQuery(
    pathname,
    toSearchParameters({ ...dashboard.parameters, page: 1, sort: "default", ...changes }),
  );
}

/** Another dashboard page of the organization with the same common filters; search and paging stay behind. */
export function relatedHref(
  dashboard: Pick<Dashboard, "parameters" | "slug">,
  path: string,
  changes: ParameterChanges = {},
): string {
  return dashboardHref(dashboard, `/o/${dashboard.slug}${path}`, {
    query: "",
    band: null,
    score: null,
    ...changes,
  });
}

/** Where the CSV of one table or chart of this page is: the page's filters, what it is about, and the table's order. */
export function exportHref(
  dashboard: Pick<Dashboard, "parameters" | "slug" | "fixed">,
  table: string,
  changes: ParameterChanges & { limit?: number; survey?: string } = {},
): string {
  const { limit, survey, ...parameterChanges } = changes;
  const [about] = Object.keys(dashboard.fixed);
  const parameters: DashboardParameters = {
    ...dashboard.parameters,
    filters: { ...dashboard.parameters.filters, ...dashboard.fixed },
    page: 1,
    ...parameterChanges,
  };
  return withQuery(`/o/${dashboard.slug}/export/${table}`, {
    ...toSearchParameters(parameters),
    ...(about === undefined ? {} : { about }),
    ...(survey === undefined ? {} : { survey }),
    ...(limit === undefined ? {} : { limit: String(limit) }),
  });
}

function withQuery(pathname: string, parameters: Record<string, string>): string {
  const query = new URLSearchParams(parameters).toString();
  return query ? `${pathname}?${query}` : pathname;
}
