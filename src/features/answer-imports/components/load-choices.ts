import "server-only";
import { listEmployeeOptions } from "@/features/people/queries/list-employee-options";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { listEncounterTypeOptions } from "@/features/touchpoints/queries/list-encounter-type-options";
import { listTouchpointOptions } from "@/features/touchpoints/queries/list-touchpoint-options";
import type { Scope } from "@/server/scope";
import type { MappingChoices } from "./mapping-choices";

/** What names in a file can mean, archived things too: a file may tell of last year. */
export async function loadChoices(scope: Scope): Promise<MappingChoices> {
  const everything = { includeArchived: true };
  const [touchpoints, employees, locations, encounterTypes] = await Promise.all([
    listTouchpointOptions(scope, everything),
    listEmployeeOptions(scope, everything),
    listLocationOptions(scope, everything),
    listEncounterTypeOptions(scope, everything),
  ]);
  return {
    touchpoints: touchpoints.map(({ id, name }) => ({ id, name })),
    employees: employees.map(({ id, name, locationName }) => ({ id, name, detail: locationName })),
    locations: locations.map(({ id, name }) => ({ id, name })),
    encounterTypes: encounterTypes.map(({ id, name }) => ({ id, name })),
  };
}
