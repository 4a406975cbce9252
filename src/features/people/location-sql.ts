import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";

/** Locations may be nested only so deep; a circle that no command can make would still end here. */
export const MAXIMUM_DEPTH = 4;

/** SQL condition: the location in this column is one the scope may see. True for whoever sees the whole organization. */
export function withinLocations(scope: Scope, column: string): Prisma.Sql {
  if (scope.locationIds === null) return Prisma.sql`true`;
  return Prisma.sql`${Prisma.raw(column)} = any(${[...scope.locationIds]}::uuid[])`;
}

/**
 * Common table expression (`with recursive`) "tree": each location's depth (0 at the top) and the names on the way to it,
 * by which the tree is ordered (collation "fi-x-icu").
 */
export function locationTree(scope: Scope): Prisma.Sql {
  return Prisma.sql`tree (id, depth, path) as (
    select id, 0, array[name] from locations
     where organization_id = ${scope.organizationId}::uuid and parent_id is null
    union all
    select child.id, tree.depth + 1, tree.path || child.name
      from locations child join tree on child.parent_id = tree.id
     where child.organization_id = ${scope.organizationId}::uuid and tree.depth < ${MAXIMUM_DEPTH}
  )`;
}
