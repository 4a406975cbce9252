import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

/** The customer segments in use, by name. A segment exists as long as a customer has it. */
export async function listSegments(scope: Scope): Promise<string[]> {
  const rows = await withScope(
    scope,
    (tx) => tx.$queryRaw<{ segment: string }[]>`
      select segment from customers
       where organization_id = ${scope.organizationId}::uuid and segment is not null
       group by segment
       order by segment collate "fi-x-icu"`,
  );
  return rows.map((row) => row.segment);
}
