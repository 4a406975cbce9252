import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";
import type { Dimension, DimensionFilters } from "./schema";

/** Tables that carry the frozen attribution and are counted, by the alias every query here gives them. */
export type CountedAlias =
  | "answers"
  | "encounters"
  | "answer_counts"
  | "answer_changes"
  | "outcome_counts"
  | "outcome_changes";
type Alias = CountedAlias | "responses" | "anonymous";

/**
 * SQL condition: rows this scope may count, narrowed by the filters. A manager limited to locations counts only theirs,
 * an employee only the own ones, a consultant (who reads no figures) none; whatever the filters say.
 */
export function attributionConditions(scope: Scope, filters: DimensionFilters, alias: Alias): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${alias}.${name}`);
  const conditions: Prisma.Sql[] = [];
  if (scope.locationIds !== null) {
    conditions.push(Prisma.sql`${column("location_id")} = any(${[...scope.locationIds]}::uuid[])`);
  }
  if (scope.role === "employee")
    conditions.push(Prisma.sql`${column("employee_id")} = ${scope.employeeId}::uuid`);
  if (scope.role === "consultant") conditions.push(Prisma.sql`false`);

  const { location, touchpoint, employee, channel, encounterType, segment } = filters;
  if (location) conditions.push(withinLocation(scope, location, column("location_id")));
  if (touchpoint) conditions.push(Prisma.sql`${column("touchpoint_id")} = ${touchpoint}::uuid`);
  if (employee) conditions.push(Prisma.sql`${column("employee_id")} = ${employee}::uuid`);
  if (channel) conditions.push(Prisma.sql`${column("channel")} = ${channel}::"Channel"`);
  if (encounterType) conditions.push(Prisma.sql`${column("encounter_type_id")} = ${encounterType}::uuid`);
  if (segment) conditions.push(Prisma.sql`${column("segment")} = ${segment}`);
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " and ");
}

/** SQL condition: at this location or at one below it in the tree; an array, so that an index can look its ids up. */
function withinLocation(scope: Scope, location: string, column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${column} = any (array(
    with recursive below (id) as (
      select ${location}::uuid
      union
      select locations.id from locations join below on locations.parent_id = below.id
       where locations.organization_id = ${scope.organizationId}::uuid
    )
    select id from below))`;
}

const COLUMNS: Record<Dimension, string> = {
  location: "location_id",
  touchpoint: "touchpoint_id",
  employee: "employee_id",
  channel: "channel",
  encounterType: "encounter_type_id",
  segment: "segment",
};

/** The column that holds a dimension's value. */
export function dimensionColumn(dimension: Dimension, alias: Alias): Prisma.Sql {
  return Prisma.raw(`${alias}.${COLUMNS[dimension]}`);
}
