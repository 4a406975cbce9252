import "server-only";
import { v7 as uuidv7 } from "uuid";
import { Prisma } from "@/generated/prisma/client";
import type { Consent } from "@/generated/prisma/enums";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { EncounterLine } from "../rules/read-encounter-row";
import { normalizeName } from "../rules/words";
import type { Rejection } from "../schema";

type CustomerLine = EncounterLine["customer"];

type BookedCustomer = {
  id: string;
  name: string | null;
  email: string | null;
  reference: string | null;
  language: string;
  segment: string | null;
  consent: Consent;
  isArchived: boolean;
  isErased: boolean;
  state: "stored" | "changed" | "new";
};

export type FoundCustomer =
  | { ok: true; customer: BookedCustomer | null }
  | { ok: false; rejection: Rejection };

/**
 * The customers that a batch of encounter rows names: those in the database and those the batch adds. Found by reference,
 * else by e-mail address, else by name; made when a reference or an address is given. A customer who is already there
 * only gets what was missing, so that an old file never overwrites newer data; a refused consent always counts.
 */
export class CustomerBook {
  private readonly byReference = new Map<string, BookedCustomer>();
  private readonly byEmail = new Map<string, BookedCustomer[]>();
  private readonly byName = new Map<string, BookedCustomer[]>();
  private readonly touched = new Set<BookedCustomer>();

  private constructor(private readonly fallbackLanguage: string) {}

  static async open(tx: Transaction, scope: Scope, lines: CustomerLine[], fallbackLanguage: string) {
    const book = new CustomerBook(fallbackLanguage);
    for (const customer of await loadCustomers(tx, scope, lines)) book.enter(customer);
    return book;
  }

  /** The customer a row means; null for a row that names nobody. */
  find(line: CustomerLine): FoundCustomer {
    if (line.reference) {
      const known = this.byReference.get(normalizeName(line.reference));
      if (known?.isErased) return refuse("customerReference", line.reference, "customerErased");
      if (known) return { ok: true, customer: this.complete(known, line) };
    }
    if (line.email) {
      const fitting = (this.byEmail.get(line.email) ?? []).filter(
        // The same address under another reference is somebody else, such as a spouse.
        (customer) => !line.reference || customer.reference === null,
      );
      const known = pickOne(fitting, line.name);
      if (known === "several") return refuse("customerEmail", line.email, "severalCustomers");
      return { ok: true, customer: known ? this.complete(known, line) : this.add(line) };
    }
    if (line.reference) return { ok: true, customer: this.add(line) };
    if (!line.name) return { ok: true, customer: null };
    const known = pickOne(this.byName.get(normalizeName(line.name)) ?? [], null);
    if (known === "several") return refuse("customerName", line.name, "severalCustomers");
    if (!known) return refuse("customerName", line.name, "unknownCustomer");
    return { ok: true, customer: this.complete(known, line) };
  }

  /** Writes new customers and what was missing of known ones. */
  async store(tx: Transaction, scope: Scope): Promise<void> {
    const fresh = [...this.touched].filter((customer) => customer.state === "new");
    const changed = [...this.touched].filter((customer) => customer.state === "changed");
    if (fresh.length > 0) {
      await tx.$executeRaw`
        insert into customers (organization_id, id, name, email, external_reference, language, segment, consent, created_at)
        select ${scope.organizationId}::uuid, id, name, email, reference, language, segment, consent::"Consent",
               ${scope.now}::timestamptz
          from unnest(${fresh.map((customer) => customer.id)}::uuid[],
                      ${fresh.map((customer) => customer.name)}::text[],
                      ${fresh.map((customer) => customer.email)}::text[],
                      ${fresh.map((customer) => customer.reference)}::text[],
                      ${fresh.map((customer) => customer.language)}::text[],
                      ${fresh.map((customer) => customer.segment)}::text[],
                      ${fresh.map((customer) => customer.consent)}::text[])
               as v (id, name, email, reference, language, segment, consent)`;
    }
    if (changed.length > 0) {
      await tx.$executeRaw`
        update customers c
           set name = v.name, email = v.email, external_reference = v.reference, segment = v.segment,
               consent = v.consent::"Consent"
          from unnest(${changed.map((customer) => customer.id)}::uuid[],
                      ${changed.map((customer) => customer.name)}::text[],
                      ${changed.map((customer) => customer.email)}::text[],
                      ${changed.map((customer) => customer.reference)}::text[],
                      ${changed.map((customer) => customer.segment)}::text[],
                      ${changed.map((customer) => customer.consent)}::text[])
               as v (id, name, email, reference, segment, consent)
         where c.organization_id = ${scope.organizationId}::uuid and c.id = v.id`;
    }
  }

  private enter(customer: BookedCustomer): void {
    if (customer.reference) this.byReference.set(normalizeName(customer.reference), customer);
    if (customer.isErased) return;
    if (customer.email) push(this.byEmail, customer.email, customer);
    if (customer.name) push(this.byName, normalizeName(customer.name), customer);
  }

  private add(line: CustomerLine): BookedCustomer {
    const customer: BookedCustomer = {
      id: uuidv7(),
      name: line.name,
      email: line.email,
      reference: line.reference,
      language: line.language ?? this.fallbackLanguage,
      segment: line.segment,
      consent: line.consent ?? "not_asked",
      isArchived: false,
      isErased: false,
      state: "new",
    };
    this.enter(customer);
    this.touched.add(customer);
    return customer;
  }

  private complete(customer: BookedCustomer, line: CustomerLine): BookedCustomer {
    const before = { ...customer };
    customer.name ??= line.name;
    customer.email ??= line.email;
    customer.reference ??= line.reference;
    customer.segment ??= line.segment;
    if (line.consent === "refused") customer.consent = "refused";
    if (line.consent === "given" && customer.consent === "not_asked") customer.consent = "given";
    const isChanged = (["name", "email", "reference", "segment", "consent"] as const).some(
      (property) => customer[property] !== before[property],
    );
    if (isChanged) {
      if (customer.reference && !before.reference)
        this.byReference.set(normalizeName(customer.reference), customer);
      if (customer.email && !before.email) push(this.byEmail, customer.email, customer);
      if (customer.state === "stored") customer.state = "changed";
      this.touched.add(customer);
    }
    return customer;
  }
}

function refuse(field: string, value: string, reason: Rejection["reason"]): FoundCustomer {
  return { ok: false, rejection: { field, value, reason } };
}

/** The one customer meant: those in use first, then whoever has the name told beside the address. */
function pickOne(customers: BookedCustomer[], name: string | null): BookedCustomer | "several" | undefined {
  const inUse = customers.filter((customer) => !customer.isArchived);
  let candidates = inUse.length > 0 ? inUse : customers;
  if (candidates.length > 1 && name) {
    const sameName = candidates.filter(
      (customer) => normalizeName(customer.name ?? "") === normalizeName(name),
    );
    if (sameName.length > 0) candidates = sameName;
  }
  return candidates.length > 1 ? "several" : candidates[0];
}

function push(map: Map<string, BookedCustomer[]>, name: string, customer: BookedCustomer): void {
  const sharing = map.get(name);
  if (!sharing) map.set(name, [customer]);
  else if (!sharing.includes(customer)) sharing.push(customer);
}

/** The customers any of the lines may mean: one query, each way of finding them with an index of its own where there is one. */
async function loadCustomers(
  tx: Transaction,
  scope: Scope,
  lines: CustomerLine[],
): Promise<BookedCustomer[]> {
  const distinct = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const references = distinct(lines.map((line) => line.reference && normalizeName(line.reference)));
  const emails = distinct(lines.map((line) => line.email));
  const names = distinct(
    lines.map((line) => (!line.reference && !line.email && line.name ? normalizeName(line.name) : null)),
  );
  const conditions: Prisma.Sql[] = [];
  const normalized = (column: string) =>
    Prisma.sql`lower(regexp_replace(btrim(${Prisma.raw(column)}), '\\s+', ' ', 'g') collate "und-x-icu")`;
  if (references.length > 0)
    conditions.push(Prisma.sql`${normalized("external_reference")} = any(${references})`);
  if (emails.length > 0) conditions.push(Prisma.sql`email = any(${emails})`);
  if (names.length > 0) conditions.push(Prisma.sql`${normalized("name")} = any(${names})`);
  if (conditions.length === 0) return [];
  const selects = conditions.map(
    (condition) => Prisma.sql`
      select id, name, email, external_reference as reference, language, segment, consent::text as consent,
             archived_at is not null as "isArchived", erased_at is not null as "isErased"
        from customers where organization_id = ${scope.organizationId}::uuid and ${condition}`,
  );
  const rows = await tx.$queryRaw<Omit<BookedCustomer, "state">[]>(Prisma.join(selects, " union "));
  return rows.map((row) => ({ ...row, state: "stored" as const }));
}
