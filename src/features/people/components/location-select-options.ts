import type { SelectOption } from "@/ui/select";
import type { LocationOption } from "../schema";

/** Locations as choices of a select, set in by their depth in the tree. */
export function locationSelectOptions(locations: readonly LocationOption[]): SelectOption[] {
  return locations.map((location) => ({
    value: location.id,
    label: `${"\u2003".repeat(location.depth)}${location.name}`,
  }));
}
