import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { Dimension } from "../schema";

/** Dimensions whose values are things with a name; a channel's and a segment's value says all there is. */
export const NAMED_DIMENSIONS = ["touchpoint", "employee", "location", "encounterType"] as const;
export type NamedDimension = (typeof NAMED_DIMENSIONS)[number];

/** The names of these things by id, archived ones too; what does not exist within the scope is missing. */
export async function findDimensionNames(
  scope: Scope,
  ids: Partial<Record<Dimension, readonly string[]>>,
): Promise<Map<string, string>> {
  const of = (dimension: NamedDimension) => [...(ids[dimension] ?? [])];
  if (NAMED_DIMENSIONS.every((dimension) => of(dimension).length === 0)) return new Map();
  const { organizationId, locationIds } = scope;
  const isEverywhere = locationIds === null;
  const places = [...(locationIds ?? [])];
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<{ id: string; name: string }[]>`
      select id, name from touchpoints
       where organization_id = ${organizationId}::uuid and id = any(${of("touchpoint")}::uuid[])
      union all
      select id, name from encounter_types
       where organization_id = ${organizationId}::uuid and id = any(${of("encounterType")}::uuid[])
      union all
      select id, name from locations
       where organization_id = ${organizationId}::uuid and id = any(${of("location")}::uuid[])
         and (${isEverywhere} or id = any(${places}::uuid[]))
      union all
      select id, name from employees
       where organization_id = ${organizationId}::uuid and id = any(${of("employee")}::uuid[])
         and (${isEverywhere} or location_id = any(${places}::uuid[]))`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
