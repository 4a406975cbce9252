import type { Dashboard } from "@/features/dashboards/dashboard";
import { relatedHref } from "@/features/dashboards/dashboard-href";
import type { Dimension } from "@/features/dashboards/schema";

const PAGES: Partial<Record<Dimension, string>> = {
  touchpoint: "touchpoints",
  employee: "employees",
  location: "locations",
};

/**
 * The page about one touchpoint, employee or location, with the filters in force (what the current page is about becomes
 * one of them). None for other dimensions, for names that cannot be opened, and for employees.
 */
export function groupRowHref(dashboard: Dashboard, dimension: Dimension, id: string): string | undefined {
  const page = PAGES[dimension];
  const isKnown = {
    touchpoint: dashboard.choices.touchpoints,
    employee: dashboard.choices.employees,
    location: dashboard.choices.locations,
    channel: [],
    encounterType: [],
    segment: [],
  }[dimension].some((one) => one.id === id);
  if (!page || !isKnown || dashboard.scope.role === "employee") return undefined;
  const { [dimension]: _, ...filters } = { ...dashboard.parameters.filters, ...dashboard.fixed };
  return relatedHref(dashboard, `/${page}/${id}`, { filters });
}
