import { expect } from "vitest";
import { createApiKey } from "@/features/api-keys/commands/create-api-key";
import { revokeApiKey } from "@/features/api-keys/commands/revoke-api-key";
import { listApiKeys } from "@/features/api-keys/queries/list-api-keys";
import { recordPostedEncounters } from "@/features/encounters/commands/record-posted-encounters";
import type { PostedEncounter } from "@/features/encounters/posted-encounter";
import { findNamedThings } from "@/features/encounters/queries/find-named-things";
import { storePostedCustomer } from "@/features/people/commands/store-posted-customer";
import { placeCustomerRows } from "@/features/people/commands/upsert-customers";
import { listEmployeesAfter, listLocationsAfter } from "@/features/people/queries/list-places-after";
import {
  listEncounterTypesAfter,
  listTouchpointsAfter,
} from "@/features/touchpoints/queries/list-journey-after";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { Cast } from "../cast";
import { action, type Lines, line, type Observed } from "../line";
import { type Place, unique } from "../makers";

const apiKey = (of: Cast) => of.newApiKey();

export const apiKeys: Lines = {
  createApiKey: line({
    as: "owner",
    call: (scope) => createApiKey(scope, { name: "Key", access: "write" }),
    own: "changes",
    foreign: "takes nothing",
  }),
  revokeApiKey: line({
    as: "owner",
    given: apiKey,
    call: (scope, { id }) => revokeApiKey(scope, id),
    own: "changes",
    foreign: "not found",
  }),
  listApiKeys: line({
    as: "owner",
    given: apiKey,
    call: (scope) => listApiKeys(scope, 1),
    own: "shows",
    foreign: "hides",
  }),
  createApiKeyAction: action({
    permission: "api-keys.manage",
    input: () => ({ name: "Key", access: "read" }),
    foreign: "takes nothing",
  }),
  revokeApiKeyAction: action({
    permission: "api-keys.manage",
    given: apiKey,
    input: ({ id }) => ({ id }),
    foreign: "not found",
  }),
};

const page = { after: null, limit: 100_000 };

export const apiLists = {
  touchpoints: {
    listTouchpointsAfter: line({
      given: (of) => of.newTouchpoint(),
      call: (scope) => listTouchpointsAfter(scope, page),
      own: "shows",
      foreign: "hides",
    }),
    listEncounterTypesAfter: line({
      given: (of) => of.newEncounterType(),
      call: (scope) => listEncounterTypesAfter(scope, page),
      own: "shows",
      foreign: "hides",
    }),
  } satisfies Lines,
  people: {
    listEmployeesAfter: line({
      given: (of, place) => of.newEmployee(place),
      call: (scope) => listEmployeesAfter(scope, page),
      own: "shows",
      foreign: "hides",
      limited: "hides",
      employee: "hides",
    }),
    listLocationsAfter: line({
      given: (_of, place) => ({ id: place.locationId }),
      call: (scope) => listLocationsAfter(scope, page),
      own: "shows",
      foreign: "hides",
      limited: "hides",
    }),
  } satisfies Lines,
};

/** What a program tells of an encounter; everything is the caller's own unless said otherwise. */
const posted = (caller: Cast, choices: Partial<PostedEncounter> = {}): PostedEncounter => ({
  externalReference: null,
  occurredAt: null,
  touchpointId: caller.touchpointId,
  encounterTypeId: caller.encounterTypeId,
  employee: { id: caller.here.employeeId },
  channel: null,
  customer: null,
  ...choices,
});

/** One request with a key, by the command's own name: a line has to mention what it is a line of. */
const single = {
  async recordPostedEncounters(
    { scope }: { scope: Scope },
    encounter: PostedEncounter,
    idempotencyKey?: string,
  ) {
    const idempotency = idempotencyKey ? { key: idempotencyKey, requestHash: new Uint8Array(32) } : null;
    const answer = (recorded: unknown) => ({ status: 201, body: recorded });
    const [outcome] = await recordPostedEncounters(scope, [
      { scope, encounters: [encounter], idempotency, answer },
    ]);
    return outcome;
  },
};

const kind =
  (expected: string) =>
  ({ result, error, changed }: Observed) => {
    if (error) throw error;
    expect(result).toMatchObject({ kind: expected });
    if (expected !== "recorded") expect(changed).toEqual([]);
  };

const told = (email: string) => ({
  externalReference: null,
  email,
  name: null,
  phone: null,
  language: null,
  segment: null,
  consent: null,
});

const choices: ((of: Cast, place: Place) => Partial<PostedEncounter> | Promise<Partial<PostedEncounter>>)[] =
  [
    (of) => ({ touchpointId: of.touchpointId }),
    (of) => ({ encounterTypeId: of.encounterTypeId }),
    (_of, place) => ({ employee: { id: place.employeeId } }),
    async (of, place) => ({
      employee: { externalReference: (await of.newEmployee(place)).externalReference },
    }),
    (of) => ({ customer: { id: of.customerId } }),
  ];

export const apiPosts = {
  encounters: {
    findNamedThings: line({
      given: (of, place) => of.newEncounter(place),
      call: (scope, { externalReference, ...ids }, { customerId }) =>
        withScope(scope, async (tx) => {
          const found = await findNamedThings(tx, scope, {
            touchpointIds: [ids.touchpointId],
            encounterTypeIds: [ids.encounterTypeId],
            employeeIds: [ids.employeeId],
            employeeReferences: [],
            customerIds: [customerId],
            encounterReferences: [externalReference as string],
          });
          // The customer is the caller's own.
          return { ...found, customers: null };
        }),
      own: ({ result, error }) => {
        if (error) throw error;
        const { touchpoints, encounterTypes, employees, encounterIds } = result as Record<
          string,
          Map<string, unknown>
        >;
        expect([touchpoints, encounterTypes, employees, encounterIds].map((found) => found?.size)).toEqual([
          1, 1, 1, 1,
        ]);
      },
      foreign: ({ result, error }) => {
        if (error) throw error;
        const found = Object.values(result as Record<string, Map<string, unknown> | null>);
        expect(found.map((one) => one?.size ?? 0)).toEqual([0, 0, 0, 0, 0, 0]);
      },
    }),
    recordPostedEncounters: [
      ...choices.map((choose) =>
        line({
          given: async (of, place, caller) => ({
            choice: await choose(of, place),
            key: await caller.newApiKey(),
          }),
          call: (_scope, { choice, key }, caller) =>
            single.recordPostedEncounters(key, posted(caller, choice)),
          own: kind("recorded"),
          foreign: kind("refused"),
        }),
      ),
      line({
        // Known by the address: only where the customer is known.
        given: async (of, _place, caller) => ({
          customer: await of.newCustomer(),
          key: await caller.newApiKey(),
        }),
        call: (_scope, { customer, key }, caller) =>
          single.recordPostedEncounters(key, posted(caller, { customer: told(customer.email) })),
        own: ({ error, changed }) => {
          if (error) throw error;
          expect(changed).not.toContain("customers");
        },
        foreign: ({ error, changed }) => {
          if (error) throw error;
          expect(changed).toContain("customers");
        },
      }),
      line({
        // A reference another organization has used is free here.
        given: async (of, place, caller) => ({
          of: await of.newEncounter(place),
          key: await caller.newApiKey(),
        }),
        call: (_scope, { of, key }, caller) =>
          single.recordPostedEncounters(
            key,
            posted(caller, { externalReference: of.externalReference as string }),
          ),
        own: ({ error, result, changed }, { of }) => {
          if (error) throw error;
          expect(changed).toEqual([]);
          expect(JSON.stringify(result)).toContain(of.id);
        },
        foreign: kind("recorded"),
        echoes: true,
      }),
      line({
        // An Idempotency-Key of another organization's program is one of its own.
        given: async (of, _place, caller) => {
          const used = await of.newApiKey();
          return { tried: used.answered.key, key: of === caller ? used : await caller.newApiKey() };
        },
        call: (_scope, { tried, key }, caller) => single.recordPostedEncounters(key, posted(caller), tried),
        own: kind("remembered"),
        foreign: kind("recorded"),
      }),
    ],
  } satisfies Lines,
  people: {
    placeCustomerRows: line({
      given: (of) => of.newCustomer(),
      call: (scope, { email }) => withScope(scope, (tx) => placeCustomerRows(tx, scope, [told(email)])),
      own: "shows",
      foreign: "changes",
    }),
    storePostedCustomer: [
      line({
        given: (of) => of.newCustomer(),
        call: (scope, { email }) => storePostedCustomer(scope, told(email), null),
        own: "shows",
        foreign: "changes",
      }),
      line({
        given: async (of, _place, caller) => {
          const used = await of.newApiKey();
          return { tried: used.answered.key, key: of === caller ? used : await caller.newApiKey() };
        },
        call: (_scope, { tried, key }) =>
          storePostedCustomer(key.scope, told(`somebody-${unique()}@example.test`), {
            key: tried,
            requestHash: new Uint8Array(32),
          }),
        own: kind("remembered"),
        foreign: "changes",
      }),
    ],
  } satisfies Lines,
};
