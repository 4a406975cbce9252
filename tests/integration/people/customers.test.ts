import { expect, it } from "vitest";
import { archiveCustomer } from "@/features/people/commands/archive-customer";
import { createCustomer } from "@/features/people/commands/create-customer";
import { deleteCustomer } from "@/features/people/commands/delete-customer";
import { liftSuppression } from "@/features/people/commands/lift-suppression";
import { restoreCustomer } from "@/features/people/commands/restore-customer";
import { suppressAddress } from "@/features/people/commands/suppress-address";
import { suppressCustomer } from "@/features/people/commands/suppress-customer";
import { updateCustomer } from "@/features/people/commands/update-customer";
import { getCustomerPage } from "@/features/people/queries/get-customer-page";
import { listCustomers } from "@/features/people/queries/list-customers";
import { listSegments } from "@/features/people/queries/list-segments";
import { searchCustomers } from "@/features/people/queries/search-customers";
import { type CustomerInput, customerListInput } from "@/features/people/schema";
import { withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createEncounter } from "../../factories/encounters";
import { createMember, createOrganization } from "../../factories/organization";
import * as factory from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();

const list = (values: Record<string, string> = {}) => customerListInput.parse(values);
const input = (overrides: Partial<CustomerInput> = {}): CustomerInput => ({
  name: "Saimi Öhman",
  email: "saimi@example.test",
  phone: "+358 40 123 4567",
  externalReference: "C-1",
  language: "sv",
  segment: "Kanta-asiakas",
  consent: "given",
  ...overrides,
});
async function createOwner(): Promise<Scope> {
  return (await createMember(await createOrganization(), "owner")).scope;
}
const unsubscribe = (scope: Scope, email: string) =>
  withScope(scope, (tx) => suppressAddress(tx, scope, email, "unsubscribed"));

it("keeps what was written and is found by search, language, segment and state", async () => {
  const owner = await createOwner();
  const { id } = await createCustomer(owner, input());
  await createCustomer(
    owner,
    input({ name: "Aatos", email: null, externalReference: null, segment: "Uusi", language: "fi" }),
  );
  await createCustomer(
    owner,
    input({ name: null, email: "bertta@example.test", externalReference: null, segment: null }),
  );
  const names = async (values: Record<string, string> = {}) =>
    (await listCustomers(owner, list(values))).rows.map((row) => row.name ?? row.email);
  expect(await names()).toEqual(["Aatos", "bertta@example.test", "Saimi Öhman"]);
  expect(await names({ q: "öhman" })).toEqual(["Saimi Öhman"]);
  expect(await names({ q: "bertta@" })).toEqual(["bertta@example.test"]);
  expect(await names({ q: "c-1" })).toEqual(["Saimi Öhman"]);
  expect(await names({ language: "fi" })).toEqual(["Aatos"]);
  expect(await names({ segment: "Kanta-asiakas" })).toEqual(["Saimi Öhman"]);
  expect(await listSegments(owner)).toEqual(["Kanta-asiakas", "Uusi"]);
  expect(await getCustomerPage(owner, id)).toMatchObject({ ...input(), suppression: null, isUsed: false });
  await archiveCustomer(owner, id);
  expect(await names()).not.toContain("Saimi Öhman");
  expect(await names({ state: "archived" })).toEqual(["Saimi Öhman"]);
  await restoreCustomer(owner, id);
  await expect(createCustomer(owner, input({ email: null }))).rejects.toMatchObject({
    fields: { externalReference: "referenceTaken" },
  });
});

it("offers at most twenty customers by the beginning of a word, an address or a reference", async () => {
  const owner = await createOwner();
  const { id } = await createCustomer(owner, input());
  for (const q of ["saimi", "Öh", "SAIMI@ex", "c-1"]) {
    expect((await searchCustomers(owner, q)).map((option) => option.id)).toEqual([id]);
  }
  expect(await searchCustomers(owner, "hman")).toEqual([]);
  expect(await searchCustomers(owner, "%")).toEqual([]);
  expect(await searchCustomers(owner, "  ")).toEqual([]);
  await archiveCustomer(owner, id);
  expect(await searchCustomers(owner, "saimi")).toEqual([]);
  for (let index = 0; index < 22; index += 1) await factory.createCustomer(owner, { name: `Sama ${index}` });
  expect(await searchCustomers(owner, "sama")).toHaveLength(20);
});

it("shows an employee who is met, not the register", async () => {
  const small = await createSmallOrganization();
  const employee = small.employeeMember.scope;
  const { id } = await createCustomer(small.owner.scope, input());
  for (const q of ["sai", "Öhm", "c-1", "SAIMI@example.test"]) {
    expect(await searchCustomers(employee, q)).toMatchObject([{ id, email: "s•••@example.test" }]);
  }
  for (const q of ["sa", " Öh ", "saimi@example.tes", "saimi@%"]) {
    expect(await searchCustomers(employee, q)).toEqual([]);
  }
  expect(await searchCustomers(small.manager.scope, "sa")).toMatchObject([
    { id, email: "saimi@example.test" },
  ]);
  const search = () => searchCustomers(employee, "saimi");
  // Four found and two that were long enough are counted already.
  for (let count = 6; count < 60; count += 1) expect(await search()).toHaveLength(1);
  await expect(search()).rejects.toMatchObject({ message: "tooMany", values: { minutes: 5 } });
  expect(await searchCustomers(small.manager.scope, "saimi")).toHaveLength(1);
});

it("is suppressed by a manager, and the suppression can be lifted", async () => {
  const owner = await createOwner();
  const { id } = await createCustomer(owner, input());
  await createCustomer(owner, input({ email: "other@example.test", externalReference: null }));
  await suppressCustomer(owner, id);
  await suppressCustomer(owner, id);
  expect((await getCustomerPage(owner, id)).suppression).toBe("suppressed");
  expect((await listCustomers(owner, list({ state: "suppressed" }))).rows).toMatchObject([
    { id, suppression: "suppressed" },
  ]);
  expect((await listCustomers(owner, list({ state: "unsubscribed" }))).total).toBe(0);
  await liftSuppression(owner, id);
  await liftSuppression(owner, id);
  expect((await getCustomerPage(owner, id)).suppression).toBeNull();
  const unreachable = await createCustomer(owner, input({ email: null, externalReference: null }));
  await expect(suppressCustomer(owner, unreachable.id)).rejects.toThrow(ConflictError);
});

it("keeps an unsubscription whatever a manager does", async () => {
  const owner = await createOwner();
  const { id } = await createCustomer(owner, input());
  await suppressCustomer(owner, id);
  await unsubscribe(owner, "saimi@example.test");
  await expect(liftSuppression(owner, id)).rejects.toThrow(ConflictError);
  await suppressCustomer(owner, id);
  expect((await getCustomerPage(owner, id)).suppression).toBe("unsubscribed");
  expect((await listCustomers(owner, list({ state: "unsubscribed" }))).rows.map((row) => row.id)).toEqual([
    id,
  ]);
  // It follows the person to a new address …
  await updateCustomer(owner, { id, ...input({ email: "new@example.test" }) });
  expect((await getCustomerPage(owner, id)).suppression).toBe("unsubscribed");
  // … and where the address is taken away, what is left is a refused consent.
  await updateCustomer(owner, { id, ...input({ email: null }) });
  expect(await getCustomerPage(owner, id)).toMatchObject({ consent: "refused", suppression: null });
});

it("leaves an undeliverable mark with the old address", async () => {
  const owner = await createOwner();
  const { id } = await createCustomer(owner, input());
  await withScope(owner, (tx) => suppressAddress(tx, owner, "saimi@example.test", "undeliverable"));
  expect((await listCustomers(owner, list({ state: "undeliverable" }))).total).toBe(1);
  await updateCustomer(owner, { id, ...input({ email: "works@example.test" }) });
  expect((await getCustomerPage(owner, id)).suppression).toBeNull();
  await updateCustomer(owner, { id, ...input() });
  await liftSuppression(owner, id);
  expect((await getCustomerPage(owner, id)).suppression).toBeNull();
});

it("is deleted only while never met", async () => {
  const { owner, scope, customer, attribution } = await createSmallOrganization();
  await createEncounter(scope, attribution, { customerId: customer.id });
  await expect(deleteCustomer(owner.scope, customer.id)).rejects.toThrow(ConflictError);
  const { id } = await createCustomer(owner.scope, input());
  await deleteCustomer(owner.scope, id);
  await expect(getCustomerPage(owner.scope, id)).rejects.toThrow(NotFoundError);
});

it("is of one organization alone, marks of addresses too", async () => {
  const here = await createSmallOrganization();
  const there = await createSmallOrganization();
  const { scope } = here.owner;
  const foreign = there.customer;
  await expect(getCustomerPage(scope, foreign.id)).rejects.toThrow(NotFoundError);
  await expect(getCustomerPage(scope, "new")).rejects.toThrow(NotFoundError);
  await expect(updateCustomer(scope, { id: foreign.id, ...input() })).rejects.toThrow(NotFoundError);
  for (const command of [
    archiveCustomer,
    restoreCustomer,
    deleteCustomer,
    suppressCustomer,
    liftSuppression,
  ]) {
    await expect(command(scope, foreign.id)).rejects.toThrow(NotFoundError);
  }
  expect(await searchCustomers(scope, foreign.name as string)).toEqual([]);
  expect((await listCustomers(scope, list())).rows.map((row) => row.id)).toEqual([here.customer.id]);
  await factory.createCustomer(there.scope, { segment: "Vain siellä" });
  expect(await listSegments(scope)).toEqual([]);
  await unsubscribe(there.scope, here.customer.email as string);
  expect((await getCustomerPage(scope, here.customer.id)).suppression).toBeNull();
});
