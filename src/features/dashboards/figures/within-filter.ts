import { listLocationsBelow } from "../choices";
import type { Dashboard } from "../dashboard";
import type { Dimension } from "../schema";

/** Whether a page's filters leave a value in: narrowed to one location, other locations are not listed as empty. */
export function isWithinFilter(
  { slice, choices }: Pick<Dashboard, "slice" | "choices">,
  dimension: Dimension,
): (id: string) => boolean {
  const { location, [dimension]: only } = slice.filters;
  const places = location === undefined ? null : new Set(listLocationsBelow(choices, location));
  if (dimension === "location") return (id) => places === null || places.has(id);
  if (only !== undefined) return (id) => id === only;
  if (dimension !== "employee" || places === null) return () => true;
  const workplaces = new Map(choices.employees.map(({ id, locationId }) => [id, locationId]));
  return (id) => places.has(workplaces.get(id) ?? "");
}
