import { expect, it } from "vitest";
import { suppressAddress } from "@/features/people/commands/suppress-address";
import { upsertCustomers } from "@/features/people/commands/upsert-customers";
import { upsertEmployees } from "@/features/people/commands/upsert-employees";
import { getCustomerPage } from "@/features/people/queries/get-customer-page";
import { listCustomers } from "@/features/people/queries/list-customers";
import { listEmployees } from "@/features/people/queries/list-employees";
import {
  customerImportRow,
  customerListInput,
  employeeImportRow,
  employeeListInput,
} from "@/features/people/schema";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createMember, createOrganization } from "../../factories/organization";
import { createEmployee, createLocation, createTeam } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();

const employeeRow = (values: Record<string, string>) => employeeImportRow.parse(values);
const customerRow = (values: Record<string, string>) => customerImportRow.parse(values);
const employeesOf = async (scope: Scope) =>
  (await listEmployees(scope, employeeListInput.parse({ archived: "all" }))).rows;
const customersOf = async (scope: Scope) => (await listCustomers(scope, customerListInput.parse({}))).rows;

async function createBranches() {
  const organization = await createOrganization({ language: "sv" });
  const { scope } = await createMember(organization, "owner");
  const kamppi = await createLocation(scope, { name: "Kamppi", externalReference: "HKI-1" });
  const tampere = await createLocation(scope, { name: "Tampere" });
  const sales = await createTeam(scope, { name: "Myynti", locationId: kamppi.id });
  await createTeam(scope, { name: "Tuki" });
  return { organization, scope, kamppi, tampere, sales };
}

it("stores employees with their location by name or reference and their team, and the same file changes nothing", async () => {
  const { scope, kamppi, tampere, sales } = await createBranches();
  const rows = [
    employeeRow({
      name: "Aino",
      email: "AINO@example.test",
      location: "kamppi",
      team: "myynti",
      title: "Myyjä",
    }),
    employeeRow({ name: "Eero", externalReference: "E-2", location: "HKI-1", team: "Tuki" }),
    employeeRow({ name: "Veera", location: "Tampere" }),
  ];
  expect(await upsertEmployees(scope, rows, { isTrial: true })).toEqual(["stored", "stored", "stored"]);
  expect(await employeesOf(scope)).toEqual([]);
  expect(await upsertEmployees(scope, rows)).toEqual(["stored", "stored", "stored"]);
  expect(await employeesOf(scope)).toMatchObject([
    { name: "Aino", email: "aino@example.test", title: "Myyjä", locationId: kamppi.id, teamId: sales.id },
    { name: "Eero", externalReference: "E-2", locationId: kamppi.id, teamName: "Tuki" },
    { name: "Veera", locationId: tampere.id, teamId: null },
  ]);
  expect(await upsertEmployees(scope, rows)).toEqual(["unchanged", "unchanged", "unchanged"]);
  expect(await employeesOf(scope)).toHaveLength(3);
});

it("changes known employees by reference, else by address; an empty cell says nothing", async () => {
  const { scope, kamppi, tampere } = await createBranches();
  await upsertEmployees(scope, [
    employeeRow({
      name: "Aino",
      email: "aino@example.test",
      location: "Kamppi",
      team: "Myynti",
      title: "Myyjä",
    }),
  ]);
  // Takes on a reference, keeps title and team.
  expect(
    await upsertEmployees(scope, [
      employeeRow({
        name: "Aino Virta",
        email: "aino@example.test",
        externalReference: "E-1",
        location: "Kamppi",
      }),
    ]),
  ).toEqual(["stored"]);
  expect(await employeesOf(scope)).toMatchObject([
    {
      name: "Aino Virta",
      externalReference: "E-1",
      title: "Myyjä",
      teamName: "Myynti",
      locationId: kamppi.id,
    },
  ]);
  // Moves to another location with a new address: the old location's team stays behind.
  expect(
    await upsertEmployees(scope, [
      employeeRow({
        name: "Aino Virta",
        email: "virta@example.test",
        externalReference: "E-1",
        location: "Tampere",
      }),
    ]),
  ).toEqual(["stored"]);
  expect(await employeesOf(scope)).toMatchObject([
    { email: "virta@example.test", locationId: tampere.id, teamId: null },
  ]);
});

it("sees the rows before it, so that one person twice in a file is one employee", async () => {
  const { scope } = await createBranches();
  expect(
    await upsertEmployees(scope, [
      employeeRow({ name: "Aino", externalReference: "E-1", location: "Kamppi" }),
      employeeRow({ name: "Aino", externalReference: "E-1", location: "Kamppi" }),
      employeeRow({ name: "Aino V.", externalReference: "E-1", location: "Kamppi" }),
    ]),
  ).toEqual(["stored", "unchanged", "stored"]);
  expect(await employeesOf(scope)).toMatchObject([{ name: "Aino V." }]);
});

it("swaps the references of two employees", async () => {
  const { scope } = await createBranches();
  const before = [
    employeeRow({ name: "Aino", email: "aino@example.test", externalReference: "E-1", location: "Kamppi" }),
    employeeRow({ name: "Eero", email: "eero@example.test", externalReference: "E-2", location: "Kamppi" }),
  ];
  await upsertEmployees(scope, before);
  const swapped = [
    employeeRow({ name: "Eero", externalReference: "E-1", location: "Kamppi" }),
    employeeRow({ name: "Aino", externalReference: "E-2", location: "Kamppi" }),
  ];
  expect(await upsertEmployees(scope, swapped)).toEqual(["stored", "stored"]);
  expect((await employeesOf(scope)).map((row) => [row.name, row.externalReference])).toEqual([
    ["Aino", "E-2"],
    ["Eero", "E-1"],
  ]);
});

it("says of each bad row which column is wrong and why, and stores the good ones", async () => {
  const { scope } = await createBranches();
  await upsertEmployees(scope, [
    employeeRow({ name: "Aino", email: "aino@example.test", externalReference: "E-1", location: "Kamppi" }),
  ]);
  expect(
    await upsertEmployees(scope, [
      employeeRow({ name: "Uusi", location: "Rovaniemi" }),
      employeeRow({ name: "Uusi", location: "Tampere", team: "Myynti" }),
      employeeRow({
        name: "Toinen",
        email: "aino@example.test",
        externalReference: "E-9",
        location: "Kamppi",
      }),
      employeeRow({ name: "Hyvä", location: "Kamppi" }),
    ]),
  ).toEqual([
    { rejected: { column: "location", reason: "unknownLocation" } },
    { rejected: { column: "team", reason: "unknownTeam" } },
    { rejected: { column: "email", reason: "emailTaken" } },
    "stored",
  ]);
  expect((await employeesOf(scope)).map((row) => row.name)).toEqual(["Aino", "Hyvä"]);
});

it("recognises an employee without reference and address by name and location, unless several fit", async () => {
  const { scope, kamppi } = await createBranches();
  const row = employeeRow({ name: "Matti Virtanen", location: "Kamppi", title: "Myyjä" });
  await createEmployee(scope, { name: "Matti Virtanen", locationId: kamppi.id });
  expect(
    await upsertEmployees(scope, [row, employeeRow({ name: "Matti Virtanen", location: "Tampere" })]),
  ).toEqual(["stored", "stored"]);
  expect(await employeesOf(scope)).toHaveLength(2);
  await createEmployee(scope, { name: "Matti Virtanen", locationId: kamppi.id });
  expect(await upsertEmployees(scope, [row])).toEqual([
    { rejected: { column: "name", reason: "severalMatch" } },
  ]);
});

it("stays within a manager's locations", async () => {
  const { organization, scope: owner, kamppi, tampere } = await createBranches();
  const { scope } = await createMember(organization, "manager", { locationIds: [kamppi.id] });
  await upsertEmployees(owner, [
    employeeRow({
      name: "Veera",
      email: "veera@example.test",
      externalReference: "E-7",
      location: "Tampere",
    }),
  ]);
  expect(
    await upsertEmployees(scope, [
      employeeRow({ name: "Uusi", location: "Tampere" }),
      employeeRow({ name: "Veera", externalReference: "E-7", location: "Kamppi" }),
      employeeRow({ name: "Veera", email: "veera@example.test", location: "Kamppi" }),
      employeeRow({ name: "Oma", location: "Kamppi" }),
    ]),
  ).toEqual([
    { rejected: { column: "location", reason: "unknownLocation" } },
    { rejected: { column: "externalReference", reason: "referenceTaken" } },
    { rejected: { column: "email", reason: "emailTaken" } },
    "stored",
  ]);
  expect((await employeesOf(owner)).find((row) => row.name === "Veera")?.locationId).toBe(tampere.id);
});

it("stores one employee when the same file is imported twice at once", async () => {
  const { scope } = await createBranches();
  const rows = [employeeRow({ name: "Aino", email: "aino@example.test", location: "Kamppi" })];
  const results = await Promise.all([upsertEmployees(scope, rows), upsertEmployees(scope, rows)]);
  expect(results.flat().sort()).toEqual(["stored", "unchanged"]);
});

it("stores customers, and the same file changes nothing", async () => {
  const { scope } = await createBranches();
  const rows = [
    customerRow({
      name: "Saimi",
      email: "Saimi@Example.test",
      language: "Suomi",
      consent: "Kyllä",
      segment: "Uusi",
    }),
    customerRow({ externalReference: "C-2", phone: "040 1", consent: "ei" }),
  ];
  expect(await upsertCustomers(scope, rows)).toEqual(["stored", "stored"]);
  expect(await customersOf(scope)).toMatchObject([
    { externalReference: "C-2", phone: "040 1", language: "sv", consent: "refused" },
    { name: "Saimi", email: "saimi@example.test", language: "fi", consent: "given", segment: "Uusi" },
  ]);
  expect(await upsertCustomers(scope, rows)).toEqual(["unchanged", "unchanged"]);
});

it("rejects a customer who could not be recognised next time, and one whose address fits several", async () => {
  const { scope } = await createBranches();
  await upsertCustomers(scope, [
    customerRow({ name: "Isä", email: "perhe@example.test", externalReference: "C-1" }),
    customerRow({ name: "Äiti", email: "perhe@example.test", externalReference: "C-2" }),
  ]);
  expect(
    await upsertCustomers(scope, [
      customerRow({ name: "Vain nimi" }),
      customerRow({ name: "Lapsi", email: "perhe@example.test" }),
      customerRow({ name: "Lapsi", email: "perhe@example.test", externalReference: "C-3" }),
    ]),
  ).toEqual([
    { rejected: { column: "externalReference", reason: "customerNeedsIdentity" } },
    { rejected: { column: "email", reason: "severalMatch" } },
    "stored",
  ]);
});

it("lets an unsubscription follow a customer whose address changes in a file", async () => {
  const { scope } = await createBranches();
  await upsertCustomers(scope, [customerRow({ externalReference: "C-1", email: "old@example.test" })]);
  await withScope(scope, (tx) => suppressAddress(tx, scope, "old@example.test", "unsubscribed"));
  await upsertCustomers(scope, [customerRow({ externalReference: "C-1", email: "new@example.test" })]);
  const [customer] = await customersOf(scope);
  expect((await getCustomerPage(scope, customer?.id as string)).suppression).toBe("unsubscribed");
});

it("knows nobody of another organization", async () => {
  const there = await createSmallOrganization();
  const { scope } = await createBranches();
  expect(
    await upsertEmployees(scope, [employeeRow({ name: "Uusi", location: there.location.name })]),
  ).toEqual([{ rejected: { column: "location", reason: "unknownLocation" } }]);
  expect(
    await upsertCustomers(scope, [customerRow({ name: "Eri", email: there.customer.email as string })]),
  ).toEqual(["stored"]);
  expect((await getCustomerPage(there.owner.scope, there.customer.id)).name).toBe(there.customer.name);
});
