import { expect } from "vitest";
import { archiveCustomer } from "@/features/people/commands/archive-customer";
import { carrySuppression } from "@/features/people/commands/carry-suppression";
import { createCustomer, insertCustomer } from "@/features/people/commands/create-customer";
import { lockCustomers, refuseTakenCustomerReference } from "@/features/people/commands/customer-checks";
import { deleteCustomer } from "@/features/people/commands/delete-customer";
import { eraseCustomer } from "@/features/people/commands/erase-customer";
import { liftSuppression } from "@/features/people/commands/lift-suppression";
import { restoreCustomer } from "@/features/people/commands/restore-customer";
import { suppressAddress } from "@/features/people/commands/suppress-address";
import { suppressCustomer } from "@/features/people/commands/suppress-customer";
import { updateCustomer } from "@/features/people/commands/update-customer";
import { upsertCustomerRows, upsertCustomers } from "@/features/people/commands/upsert-customers";
import { withScope } from "@/server/database";
import type { Cast } from "../cast";
import { type Lines, line, lock } from "../line";
import { unique } from "../makers";

const customer = (of: Cast) => of.newCustomer();

/** What a form sends of a customer, and what a file does. */
const customerOf = (caller: Cast, externalReference: string | null = null) => ({
  name: `${caller.mark} customer`,
  email: null,
  phone: null,
  externalReference,
  language: "en" as const,
  segment: null,
  consent: "given" as const,
});
const customerRow = (externalReference: string) => ({
  name: "Renamed",
  email: null,
  phone: null,
  externalReference,
  language: null,
  segment: null,
  consent: null,
});

export const peopleCustomers: Lines = {
  lockCustomers: lock(lockCustomers),

  createCustomer: [
    line({
      call: (scope, _given, caller) => createCustomer(scope, customerOf(caller)),
      own: "changes",
      foreign: "takes nothing",
    }),
    line({
      // A reference is taken within one organization only.
      given: customer,
      call: (scope, given, caller) => createCustomer(scope, customerOf(caller, given.externalReference)),
      own: "invalid",
      foreign: "changes",
    }),
  ],
  insertCustomer: line({
    given: customer,
    call: (scope, given, caller) =>
      withScope(scope, (tx) => insertCustomer(tx, scope, customerOf(caller, given.externalReference))),
    own: "invalid",
    foreign: "changes",
  }),
  refuseTakenCustomerReference: line({
    given: customer,
    call: (scope, { externalReference }) =>
      withScope(scope, (tx) => refuseTakenCustomerReference(tx, scope, externalReference)),
    own: "invalid",
    foreign: "nothing",
  }),
  updateCustomer: [
    line({
      given: customer,
      call: (scope, { id }, caller) => updateCustomer(scope, { ...customerOf(caller), id }),
      own: "changes",
      foreign: "not found",
    }),
    line({
      given: async (of, _place, caller) => ({
        mine: await caller.newCustomer(),
        externalReference: (await of.newCustomer()).externalReference,
      }),
      call: (scope, { mine, externalReference }, caller) =>
        updateCustomer(scope, { ...customerOf(caller, externalReference), id: mine.id }),
      own: "invalid",
      foreign: "changes",
    }),
  ],
  archiveCustomer: line({
    given: customer,
    call: (scope, { id }) => archiveCustomer(scope, id),
    own: "changes",
    foreign: "not found",
  }),
  restoreCustomer: line({
    given: (of) => of.newCustomer({ isArchived: true }),
    call: (scope, { id }) => restoreCustomer(scope, id),
    own: "changes",
    foreign: "not found",
  }),
  deleteCustomer: line({
    given: customer,
    call: (scope, { id }) => deleteCustomer(scope, id),
    own: "changes",
    foreign: "not found",
  }),
  eraseCustomer: line({
    given: async (of) => (await of.newInvitation()).customer,
    call: (scope, { id }) => eraseCustomer(scope, id),
    own: ({ changed }) => expect(changed).toEqual(["activity_events", "customers", "invitations"]),
    foreign: "not found",
  }),
  suppressAddress: line({
    given: customer,
    call: (scope, { email }) => withScope(scope, (tx) => suppressAddress(tx, scope, email, "unsubscribed")),
    own: "changes",
    // Somebody may be a customer of both: here suppressed, there not.
    foreign: "changes",
  }),
  suppressCustomer: line({
    given: customer,
    call: (scope, { id }) => suppressCustomer(scope, id),
    own: "changes",
    foreign: "not found",
  }),
  liftSuppression: line({
    given: (of) => of.newSuppressedCustomer(),
    call: (scope, { id }) => liftSuppression(scope, id),
    own: "changes",
    foreign: "not found",
  }),
  carrySuppression: line({
    given: (of) => of.newSuppressedCustomer(),
    call: (scope, { email }) =>
      withScope(scope, (tx) =>
        carrySuppression(tx, scope, { email }, { email: `${unique()}@example.test`, consent: "given" }),
      ),
    own: "changes",
    foreign: "runs",
  }),

  upsertCustomers: line({
    given: customer,
    call: (scope, { externalReference }) => upsertCustomers(scope, [customerRow(externalReference)]),
    // The own customer is renamed; the other organization's reference makes a new one here.
    own: "changes",
    foreign: "changes",
  }),
  upsertCustomerRows: line({
    given: customer,
    call: (scope, { externalReference }) =>
      withScope(scope, (tx) => upsertCustomerRows(tx, scope, [customerRow(externalReference)])),
    own: "changes",
    foreign: "changes",
  }),
};
