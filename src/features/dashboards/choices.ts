import "server-only";
import { cache } from "react";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { listSegments } from "@/features/people/queries/list-segments";
import type { EmployeeOption, LocationOption } from "@/features/people/schema";
import { listEncounterTypeOptions } from "@/features/touchpoints/queries/list-encounter-type-options";
import { listTouchpointOptions } from "@/features/touchpoints/queries/list-touchpoint-options";
import { CHANNELS, type EncounterTypeOption, type TouchpointOption } from "@/features/touchpoints/schema";
import type { Scope } from "@/server/scope";
import { hasMoreEmployeesThan, listDashboardEmployees } from "./queries/list-dashboard-employees";
import type { Dimension } from "./schema";

/** What can be filtered on, archived things included: they have a past. */
export type DashboardChoices = {
  locations: LocationOption[];
  touchpoints: TouchpointOption[];
  /** All of them only where they are few; else those that the page names (see nameEmployees). */
  employees: EmployeeOption[];
  hasAllEmployees: boolean;
  encounterTypes: EncounterTypeOption[];
  segments: string[];
};

const withArchived = { includeArchived: true };

/** More employees than this are searched for instead of listed; each would be on every page. */
const MOST_EMPLOYEES = 100;

/** The choices within the scope. An employee gets no names of colleagues, locations or segments. */
export const listDashboardChoices = cache(async (scope: Scope): Promise<DashboardChoices> => {
  const isEmployee = scope.role === "employee";
  const [touchpoints, encounterTypes, locations, employees, segments] = await Promise.all([
    listTouchpointOptions(scope, withArchived),
    listEncounterTypeOptions(scope, withArchived),
    isEmployee ? [] : listLocationOptions(scope, withArchived),
    isEmployee ? [] : listFewEmployees(scope),
    isEmployee ? [] : listSegments(scope),
  ]);
  return {
    touchpoints,
    encounterTypes,
    locations,
    employees: employees ?? [],
    hasAllEmployees: employees !== null,
    segments,
  };
});

/** Null when they are many. */
async function listFewEmployees(scope: Scope): Promise<EmployeeOption[] | null> {
  return (await hasMoreEmployeesThan(scope, MOST_EMPLOYEES)) ? null : listDashboardEmployees(scope);
}

/** Whether a page offers this dimension as a filter: there are two values to choose between. */
export function hasChoice(choices: DashboardChoices, dimension: Dimension): boolean {
  if (dimension === "employee" && !choices.hasAllEmployees) return true;
  return listDimensionValues(choices, dimension).length > 1;
}

/** A location and those below it; locations are listed in the order of the tree, each followed by what is below it. */
export function listLocationsBelow({ locations }: Pick<DashboardChoices, "locations">, id: string): string[] {
  const start = locations.findIndex((location) => location.id === id);
  const top = locations[start];
  if (!top) return [];
  const rest = locations.slice(start + 1);
  const end = rest.findIndex(({ depth }) => depth <= top.depth);
  return [top, ...(end === -1 ? rest : rest.slice(0, end))].map((location) => location.id);
}

/** Every value of a dimension that the scope may see (employees: that the page knows), in the order it is listed in. */
export function listDimensionValues(choices: DashboardChoices, dimension: Dimension): string[] {
  const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);
  switch (dimension) {
    case "location":
      return ids(choices.locations);
    case "touchpoint":
      return ids(choices.touchpoints);
    case "employee":
      return ids(choices.employees);
    case "encounterType":
      return ids(choices.encounterTypes);
    case "channel":
      return [...CHANNELS];
    case "segment":
      return choices.segments;
  }
}

/** Values listed even when nobody answered: what is in use. Channels and segments only show up with answers. */
export function listExpectedGroups(choices: DashboardChoices, dimension: Dimension): string[] {
  const inUse = (some: readonly { id: string; isArchived: boolean }[]) =>
    some.filter(({ isArchived }) => !isArchived).map(({ id }) => id);
  switch (dimension) {
    case "location":
      // A region is the sum of its locations; without answers of its own it is no row among them.
      return inUse(choices.locations).filter((id) => listLocationsBelow(choices, id).length === 1);
    case "touchpoint":
      return inUse(choices.touchpoints);
    case "employee":
      return inUse(choices.employees);
    default:
      return [];
  }
}
