import "server-only";
import { v7 as uuidv7 } from "uuid";
import { type Transaction, withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { PersonIndex } from "../person-index";
import type { EmployeeImportRow, EmployeeInput, RejectionReason, RowOutcome } from "../schema";
import { lockEmployees } from "./employee-checks";
import { findPlaces, type Places } from "./find-places";

type StoredEmployee = EmployeeInput & { id: string };
type Rejected = { rejected: { column: keyof EmployeeImportRow; reason: RejectionReason } };

/**
 * Stores a batch of rows of an employee file in one transaction: known people (by reference, else by e-mail address) are
 * changed, others added. An empty cell leaves what is stored. Gives each row's outcome in the rows' order; the same batch
 * again is all "unchanged". With `isTrial` it says what would happen and stores nothing.
 *
 * A location outside the scope's is unknown to it, and so is a person who works there: only that the reference or the
 * address is taken can be said. A row without reference and address is about the person of that name at that location.
 */
export async function upsertEmployees(
  scope: Scope,
  rows: readonly EmployeeImportRow[],
  options: { isTrial?: boolean } = {},
): Promise<RowOutcome[]> {
  return withScope(scope, (tx) => upsertEmployeeRows(tx, scope, rows, options));
}

/** The same inside a transaction: an import notes in it how far it has come. */
export async function upsertEmployeeRows(
  tx: Transaction,
  scope: Scope,
  rows: readonly EmployeeImportRow[],
  { isTrial = false }: { isTrial?: boolean } = {},
): Promise<RowOutcome[]> {
  await lockEmployees(tx, scope);
  const places = await findPlaces(tx, scope);
  const known = await findKnownEmployees(tx, scope, rows);
  const index = new PersonIndex(known);
  const byName = new Map(known.map((employee) => [employee.id, employee]));
  const added = new Map<string, StoredEmployee>();
  const changed = new Map<string, StoredEmployee>();

  const outcomes = rows.map((row): RowOutcome => {
    const stored =
      row.externalReference || row.email ? index.match(row) : matchByName(byName.values(), row, places);
    if (stored === "several") return reject(row.email ? "email" : "name", "severalMatch");
    if (stored && !places.isWithinScope(stored.locationId)) {
      return stored.externalReference === row.externalReference
        ? reject("externalReference", "referenceTaken")
        : reject("email", "emailTaken");
    }
    const employee = combine(stored, row, places);
    if ("rejected" in employee) return employee;
    const isEmailTaken = index.withEmail(employee.email ?? "").some((other) => other.id !== employee.id);
    if (isEmailTaken) return reject("email", "emailTaken");
    if (stored && isSame(stored, employee)) return "unchanged";
    if (stored) index.replace(stored, employee);
    else index.add(employee);
    byName.set(employee.id, employee);
    (stored && !added.has(employee.id) ? changed : added).set(employee.id, employee);
    return "stored";
  });

  if (!isTrial) await save(tx, scope, added, changed);
  return outcomes;
}

function matchByName(
  employees: Iterable<StoredEmployee>,
  row: EmployeeImportRow,
  places: Places,
): StoredEmployee | null | "several" {
  const locationId = places.findLocation(row.location);
  const found = [...employees].filter((one) => one.name === row.name && one.locationId === locationId);
  return found.length > 1 ? "several" : (found[0] ?? null);
}

function reject(column: keyof EmployeeImportRow, reason: RejectionReason): Rejected {
  return { rejected: { column, reason } };
}

async function findKnownEmployees(
  tx: Transaction,
  scope: Scope,
  rows: readonly EmployeeImportRow[],
): Promise<StoredEmployee[]> {
  return tx.employee.findMany({
    where: {
      organizationId: scope.organizationId,
      OR: [
        { externalReference: { in: rows.flatMap((row) => row.externalReference ?? []) } },
        { email: { in: rows.flatMap((row) => row.email ?? []) } },
        { name: { in: rows.flatMap((row) => (row.externalReference || row.email ? [] : row.name)) } },
      ],
    },
    select: {
      id: true,
      name: true,
      email: true,
      title: true,
      externalReference: true,
      locationId: true,
      teamId: true,
    },
    orderBy: { id: "asc" },
  });
}

/** What is stored, overwritten by what the row says. */
function combine(
  stored: StoredEmployee | null,
  row: EmployeeImportRow,
  places: Places,
): StoredEmployee | Rejected {
  const locationId = places.findLocation(row.location);
  if (!locationId) return reject("location", "unknownLocation");
  const namedTeamId = row.team ? places.findTeam(row.team, locationId) : null;
  if (row.team && !namedTeamId) return reject("team", "unknownTeam");
  const keptTeamId = places.fitsLocation(stored?.teamId ?? null, locationId)
    ? (stored?.teamId ?? null)
    : null;
  return {
    id: stored?.id ?? uuidv7(),
    name: row.name,
    email: row.email ?? stored?.email ?? null,
    title: row.title ?? stored?.title ?? null,
    externalReference: row.externalReference ?? stored?.externalReference ?? null,
    locationId,
    teamId: namedTeamId ?? keptTeamId,
  };
}

function isSame(one: StoredEmployee, other: StoredEmployee): boolean {
  return (Object.keys(other) as (keyof StoredEmployee)[]).every((field) => one[field] === other[field]);
}

async function save(
  tx: Transaction,
  scope: Scope,
  added: ReadonlyMap<string, StoredEmployee>,
  changed: ReadonlyMap<string, StoredEmployee>,
): Promise<void> {
  const { organizationId } = scope;
  // References are freed before they are given away: two rows may swap theirs.
  await tx.employee.updateMany({
    where: { organizationId, id: { in: [...changed.keys()] } },
    data: { externalReference: null },
  });
  for (const { id, ...data } of changed.values()) {
    await tx.employee.update({ where: key(scope, id), data, select: { id: true } });
  }
  await tx.employee.createMany({
    data: [...added.values()].map((employee) => ({ organizationId, ...employee, createdAt: scope.now })),
  });
}
