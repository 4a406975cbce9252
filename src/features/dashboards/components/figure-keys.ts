import type { Dashboard } from "@/features/dashboards/dashboard";
import { toSearchParameters } from "@/features/dashboards/schema";

/** Changes when a part of the page shows other figures; sorting and paging are the same figures. */
export function figureKey(dashboard: Dashboard): string {
  const { parameters, metric, pathname } = dashboard;
  return JSON.stringify([
    pathname,
    toSearchParameters({
      ...parameters,
      metric,
      page: 1,
      sort: "default",
      query: "",
      band: null,
      score: null,
    }),
  ]);
}
