import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/**
 * The customer segments in use, by name. A segment exists as long as a customer has it. Each is looked up in the index
 * after the one before: every dashboard asks for them, and a few segments must not cost reading all customers.
 */
export async function listSegments(scope: Scope): Promise<string[]> {
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<{ segment: string }[]>`
      with recursive found (segment) as (
        (select segment from customers
          where organization_id = ${scope.organizationId}::uuid and segment is not null
          order by segment limit 1)
        union all
        select (select segment from customers
                 where organization_id = ${scope.organizationId}::uuid and segment > found.segment
                 order by segment limit 1)
          from found
         where found.segment is not null
      )
      select segment from found where segment is not null order by segment collate "fi-x-icu"`,
  );
  return rows.map((row) => row.segment);
}
