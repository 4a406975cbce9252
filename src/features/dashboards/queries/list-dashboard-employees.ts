import "server-only";
import { cache } from "react";
import type { EmployeeOption } from "@/features/people/schema";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { containsPattern } from "@/server/search-pattern";

export type EmployeeChoice = {
  /** Only these. */
  ids?: readonly string[];
  /** Only those whose name holds these words. */
  query?: string;
  limit?: number;
  /** Without those who work elsewhere now. */
  isHereOnly?: boolean;
};

/**
 * The employees whose figures the scope may see, by name, archived ones included. A manager of some locations also sees
 * those who work elsewhere now but have met customers there: their figures stay with those locations; they count as
 * archived, and where they work now is not told. Nobody for an employee or a consultant.
 */
export async function listDashboardEmployees(
  scope: Scope,
  { ids, query = "", limit, isHereOnly = false }: EmployeeChoice = {},
): Promise<EmployeeOption[]> {
  if (scope.role === "employee" || scope.role === "consultant" || ids?.length === 0) return [];
  const locationIds = scope.locationIds && [...scope.locationIds];
  const isHere = locationIds
    ? Prisma.sql`employees.location_id = any(${locationIds}::uuid[])`
    : Prisma.sql`true`;
  const wasHere =
    locationIds && !isHereOnly
      ? Prisma.sql`(${isHere} or ${hasRow("encounters", locationIds)} or ${hasRow("answers", locationIds)})`
      : isHere;
  const conditions = [
    Prisma.sql`employees.organization_id = ${scope.organizationId}::uuid`,
    ...(ids ? [Prisma.sql`employees.id = any(${[...ids]}::uuid[])`] : []),
    ...query
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => Prisma.sql`employees.name ilike ${containsPattern(word)}`),
    wasHere,
  ];
  // One text instead of a row each: thousands of names come in a fifth of the time.
  const [found] = await withScope(
    scope,
    (tx) => tx.$queryRaw<{ rows: string }[]>`
      select coalesce(json_agg(json_build_object(
               'id', id, 'name', name, 'locationId', location_id, 'locationName', location_name,
               'isArchived', is_archived) order by place), '[]')::text as rows
        from (select employees.id, employees.name, employees.location_id,
                     case when ${isHere} then locations.name else '' end as location_name,
                     employees.archived_at is not null or not ${isHere} as is_archived,
                     row_number() over (order by employees.name collate "fi-x-icu", employees.id) as place
                from employees
                join locations on locations.organization_id = employees.organization_id
                              and locations.id = employees.location_id
               where ${Prisma.join(conditions, " and ")}
               order by place
               limit ${limit ?? null}::int) as found`,
  );
  return JSON.parse(found?.rows ?? "[]");
}

/** All of listDashboardEmployees; of the own locations only, for a manager of some. */
export const listEmployeesHere = cache((scope: Scope) => listDashboardEmployees(scope, { isHereOnly: true }));

/** One of listDashboardEmployees; null when missing, foreign or not to be seen. */
export const findDashboardEmployee = cache(
  async (scope: Scope, id: string): Promise<EmployeeOption | null> =>
    (await listDashboardEmployees(scope, { ids: [id] }))[0] ?? null,
);

/** Whether the organization has more employees than a page can list as choices. */
export async function hasMoreEmployeesThan(scope: Scope, number: number): Promise<boolean> {
  const [found] = await withScope(
    scope,
    (tx) => tx.$queryRaw<{ isMore: boolean }[]>`
      select exists (select 1 from employees where organization_id = ${scope.organizationId}::uuid
                     offset ${number}) as "isMore"`,
  );
  return found?.isMore ?? false;
}

function hasRow(table: "encounters" | "answers", locationIds: string[]): Prisma.Sql {
  return Prisma.sql`exists (
    select 1 from ${Prisma.raw(table)} as facts
     where facts.organization_id = employees.organization_id and facts.employee_id = employees.id
       and facts.location_id = any(${locationIds}::uuid[]))`;
}
