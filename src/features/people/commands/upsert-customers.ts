import "server-only";
import { v7 as uuidv7 } from "uuid";
import { type Transaction, withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { PersonIndex } from "../person-index";
import type { CustomerImportRow, CustomerInput, RejectionReason, RowOutcome } from "../schema";
import { carrySuppression } from "./carry-suppression";
import { lockCustomers } from "./customer-checks";

type StoredCustomer = Omit<CustomerInput, "language"> & { id: string; language: string };

/**
 * Stores a batch of rows of a customer file in one transaction: known customers (by reference, else by e-mail address)
 * are changed, others added. An empty cell leaves what is stored; a new customer without a language gets the
 * organization's. Gives each row's outcome in the rows' order; the same batch again is all "unchanged". With `isTrial` it
 * says what would happen and stores nothing.
 */
export async function upsertCustomers(
  scope: Scope,
  rows: readonly CustomerImportRow[],
  options: { isTrial?: boolean } = {},
): Promise<RowOutcome[]> {
  return withScope(scope, (tx) => upsertCustomerRows(tx, scope, rows, options));
}

/** The same inside a transaction: an import notes in it how far it has come. */
export async function upsertCustomerRows(
  tx: Transaction,
  scope: Scope,
  rows: readonly CustomerImportRow[],
  options: { isTrial?: boolean } = {},
): Promise<RowOutcome[]> {
  const placed = await placeCustomerRows(tx, scope, rows, options);
  return placed.map(({ outcome }) => outcome);
}

/** What became of a row, and whom it is about; nobody when it is rejected. */
export type PlacedCustomer = {
  outcome: RowOutcome;
  customer: { id: string; segment: string | null; isNew: boolean } | null;
};

/** The same, telling also whom each row is about: what they were met for is stored in the same transaction. */
export async function placeCustomerRows(
  tx: Transaction,
  scope: Scope,
  rows: readonly CustomerImportRow[],
  { isTrial = false }: { isTrial?: boolean } = {},
): Promise<PlacedCustomer[]> {
  await lockCustomers(tx, scope);
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: scope.organizationId },
    select: { language: true },
  });
  const index = new PersonIndex(await findKnownCustomers(tx, scope, rows));
  const added = new Map<string, StoredCustomer>();
  const changed = new Map<string, { before: StoredCustomer; after: StoredCustomer }>();

  const reject = (column: string, reason: RejectionReason): PlacedCustomer => ({
    outcome: { rejected: { column, reason } },
    customer: null,
  });
  const placed = rows.map((row): PlacedCustomer => {
    const stored = index.match(row);
    if (stored === "several") return reject("email", "severalMatch");
    // Without them the next file with this row would add the same person once more.
    if (!row.externalReference && !row.email) return reject("externalReference", "customerNeedsIdentity");
    const customer = combine(stored, row, organization.language);
    const about = { id: customer.id, segment: customer.segment, isNew: !stored || added.has(customer.id) };
    if (stored && isSame(stored, customer)) return { outcome: "unchanged", customer: about };
    if (stored) index.replace(stored, customer);
    else index.add(customer);
    if (stored && !added.has(customer.id)) {
      changed.set(customer.id, {
        before: changed.get(customer.id)?.before ?? stored,
        after: customer,
      });
    } else {
      added.set(customer.id, customer);
    }
    return { outcome: "stored", customer: about };
  });

  if (!isTrial) await save(tx, scope, added, changed);
  return placed;
}

async function findKnownCustomers(
  tx: Transaction,
  scope: Scope,
  rows: readonly CustomerImportRow[],
): Promise<StoredCustomer[]> {
  return tx.customer.findMany({
    where: {
      organizationId: scope.organizationId,
      OR: [
        { externalReference: { in: rows.flatMap((row) => row.externalReference ?? []) } },
        { email: { in: rows.flatMap((row) => row.email ?? []) } },
      ],
    },
    select: {
      id: true,
      name: true,
      email: true,
      phone: true,
      externalReference: true,
      language: true,
      segment: true,
      consent: true,
    },
    orderBy: { id: "asc" },
  });
}

/** What is stored, overwritten by what the row says. */
function combine(
  stored: StoredCustomer | null,
  row: CustomerImportRow,
  organizationLanguage: string,
): StoredCustomer {
  return {
    id: stored?.id ?? uuidv7(),
    name: row.name ?? stored?.name ?? null,
    email: row.email ?? stored?.email ?? null,
    phone: row.phone ?? stored?.phone ?? null,
    externalReference: row.externalReference ?? stored?.externalReference ?? null,
    language: row.language ?? stored?.language ?? organizationLanguage,
    segment: row.segment ?? stored?.segment ?? null,
    consent: row.consent ?? stored?.consent ?? "not_asked",
  };
}

function isSame(one: StoredCustomer, other: StoredCustomer): boolean {
  return (Object.keys(other) as (keyof StoredCustomer)[]).every((field) => one[field] === other[field]);
}

async function save(
  tx: Transaction,
  scope: Scope,
  added: ReadonlyMap<string, StoredCustomer>,
  changed: ReadonlyMap<string, { before: StoredCustomer; after: StoredCustomer }>,
): Promise<void> {
  const { organizationId } = scope;
  for (const { before, after } of changed.values()) {
    const { id, ...data } = after;
    const consent = await carrySuppression(tx, scope, before, after);
    await tx.customer.update({ where: key(scope, id), data: { ...data, consent }, select: { id: true } });
  }
  await tx.customer.createMany({
    data: [...added.values()].map((customer) => ({ organizationId, ...customer, createdAt: scope.now })),
  });
}
