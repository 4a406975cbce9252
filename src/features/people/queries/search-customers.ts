import "server-only";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { startsWithPattern } from "@/server/search-pattern";
import type { CustomerOption } from "../schema";

const MOST_FOUND = 20;

/**
 * At most 20 customers whose name (any word of it), e-mail address or reference begins with what was typed, by name.
 * Erased and archived ones are never found; an empty query finds nobody.
 */
export async function searchCustomers(scope: Scope, query: string): Promise<CustomerOption[]> {
  const words = query.trim();
  if (words === "") return [];
  const start = startsWithPattern(words);
  return withScope(
    scope,
    (tx) => tx.$queryRaw<CustomerOption[]>`
      select id, name, email, external_reference as "externalReference", segment
        from customers
       where organization_id = ${scope.organizationId}::uuid and erased_at is null and archived_at is null
         and (name ilike ${start} or name ilike ${`% ${start}`} or email ilike ${start}
              or external_reference ilike ${start})
       order by coalesce(name, email, external_reference, phone) collate "fi-x-icu", id
       limit ${MOST_FOUND}`,
  );
}
