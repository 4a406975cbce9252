import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { SuppressionReason } from "@/generated/prisma/enums";
import { type Transaction, withScope } from "@/server/database";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { containsPattern } from "@/server/search-pattern";
import { hashAddress } from "@/server/tokens";
import type { CustomerListInput, CustomerRow } from "../schema";
import { customerIsUsed } from "../usage-sql";
import { findSuppressions } from "./find-suppressions";

/**
 * A page of customers by name (else by address, reference, phone). Without a state: those who are neither archived nor
 * erased. Past the last page: the first.
 */
export async function listCustomers(scope: Scope, input: CustomerListInput): Promise<Page<CustomerRow>> {
  const { page } = input;
  const { skip, take } = pageWindow(page);
  const found = await withScope(scope, async (tx) => {
    const rows = await tx.$queryRaw<(Omit<CustomerRow, "suppression"> & { total: number })[]>`
      with listed as (
        select customers.*, coalesce(name, email, external_reference, phone) as label, count(*) over ()::int as total
          from customers
         where ${await filter(tx, scope, input)}
         order by coalesce(name, email, external_reference, phone) collate "fi-x-icu", id
         limit ${take} offset ${skip})
      select t.id, t.name, t.email, t.phone, t.external_reference as "externalReference", t.language, t.segment,
             t.consent::text as consent, t.archived_at is not null as "isArchived", t.erased_at as "erasedAt",
             ${customerIsUsed} as "isUsed", t.total
        from listed t
       order by t.label collate "fi-x-icu", t.id`;
    const suppressions = await findSuppressions(
      tx,
      scope,
      rows.flatMap((row) => row.email ?? []),
    );
    return rows.map((row) => ({ ...row, suppression: suppressions.get(row.email ?? "") ?? null }));
  });
  if (found.length === 0 && page > 1) return listCustomers(scope, { ...input, page: 1 });
  return {
    rows: found.map(({ total: _total, ...row }) => row),
    total: found[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}

async function filter(tx: Transaction, scope: Scope, input: CustomerListInput): Promise<Prisma.Sql> {
  const { q, language, segment, state } = input;
  const conditions = [
    Prisma.sql`organization_id = ${scope.organizationId}::uuid`,
    Prisma.sql`(erased_at is not null) = ${state === "erased"}`,
  ];
  if (state !== "erased") conditions.push(Prisma.sql`(archived_at is not null) = ${state === "archived"}`);
  if (language) conditions.push(Prisma.sql`language = ${language}`);
  if (segment) conditions.push(Prisma.sql`segment = ${segment}`);
  if (q) {
    const words = containsPattern(q);
    conditions.push(
      Prisma.sql`(name ilike ${words} or email ilike ${words} or external_reference ilike ${words})`,
    );
  }
  if (state === "unsubscribed" || state === "suppressed" || state === "undeliverable") {
    conditions.push(
      Prisma.sql`email = any(${await listSuppressedEmails(tx, scope, Prisma.join(conditions, " and "), state)})`,
    );
  }
  return Prisma.join(conditions, " and ");
}

/**
 * The addresses with this mark among those customers. Marks hold keyed hashes, and the key never goes to the database:
 * so the addresses come here to be compared.
 */
async function listSuppressedEmails(
  tx: Transaction,
  scope: Scope,
  condition: Prisma.Sql,
  reason: SuppressionReason,
): Promise<string[]> {
  const marks = await tx.suppressedAddress.findMany({
    where: { organizationId: scope.organizationId, reason },
    select: { addressHash: true },
  });
  if (marks.length === 0) return [];
  const marked = new Set(marks.map((mark) => Buffer.from(mark.addressHash).toString("hex")));
  const rows = await tx.$queryRaw<{ email: string }[]>`
    select distinct email from customers where ${condition} and email is not null`;
  return rows.flatMap(({ email }) =>
    marked.has(Buffer.from(hashAddress(email)).toString("hex")) ? [email] : [],
  );
}
