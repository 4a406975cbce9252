import "server-only";
import { withScope } from "@/server/database";
import { consumeRateLimit } from "@/server/rate-limit";
import type { Scope } from "@/server/scope";
import { escapeWildcards, startsWithPattern } from "@/server/search-pattern";
import { maskEmail, SHORTEST_EMPLOYEE_SEARCH } from "../employee-search";
import type { CustomerOption } from "../schema";

const MOST_FOUND = 20;

/** Enough for somebody who records one encounter after another, too few to read the register by. */
const EMPLOYEE_SEARCHES = { points: 60, seconds: 300 };

/**
 * At most 20 customers whose name (any word of it), e-mail address or reference begins with what was typed, by name.
 * Erased and archived ones are never found; an empty query finds nobody.
 *
 * An employee finds whom he or she meets and cannot read the register through it: with at least three characters, by an
 * e-mail address only when it is whole, and sees the address masked. Throws TooManyError after 60 searches in 5 minutes.
 */
export async function searchCustomers(scope: Scope, query: string): Promise<CustomerOption[]> {
  const words = query.trim();
  if (scope.role === "employee") {
    if (words.length < SHORTEST_EMPLOYEE_SEARCH) return [];
    await consumeRateLimit("customer-search", scope.memberId ?? "", EMPLOYEE_SEARCHES);
    const found = await findCustomers(scope, {
      start: startsWithPattern(words),
      address: escapeWildcards(words),
    });
    return found.map((customer) => ({ ...customer, email: customer.email && maskEmail(customer.email) }));
  }
  if (words === "") return [];
  const start = startsWithPattern(words);
  return findCustomers(scope, { start, address: start });
}

/** By patterns of ILIKE: `start` for names and references, `address` for e-mail addresses. */
function findCustomers(
  scope: Scope,
  { start, address }: { start: string; address: string },
): Promise<CustomerOption[]> {
  return withScope(
    scope,
    (tx) => tx.$queryRaw<CustomerOption[]>`
      select id, name, email, external_reference as "externalReference", segment
        from customers
       where organization_id = ${scope.organizationId}::uuid and erased_at is null and archived_at is null
         and (name ilike ${start} or name ilike ${`% ${start}`} or email ilike ${address}
              or external_reference ilike ${start})
       order by coalesce(name, email, external_reference, phone) collate "fi-x-icu", id
       limit ${MOST_FOUND}`,
  );
}
