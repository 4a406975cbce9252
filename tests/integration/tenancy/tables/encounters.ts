import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import { deleteEncounter } from "@/features/encounters/commands/delete-encounter";
import { recordEncounter } from "@/features/encounters/commands/record-encounter";
import { storeEncounters } from "@/features/encounters/commands/store-encounters";
import { toEncounterState, whereState } from "@/features/encounters/queries/encounter-state";
import { getEncounter } from "@/features/encounters/queries/get-encounter";
import { getRecordingDefaults } from "@/features/encounters/queries/get-recording-defaults";
import { getRecordingLanguages } from "@/features/encounters/queries/get-recording-languages";
import { listEncounters } from "@/features/encounters/queries/list-encounters";
import { deletableEncounters, visibleEncounters } from "@/features/encounters/queries/visible-encounters";
import { encounterListInput, type RecordEncounterInput } from "@/features/encounters/schema";
import { withScope } from "@/server/database";
import { makeScope } from "@/server/scope";
import { type Cast, NORTH } from "../cast";
import { action, type Lines, line, pure } from "../line";
import type { Place } from "../makers";

const encounter = (of: Cast, place: Place) => of.newEncounter(place);

/** The newest one, with a customer of its own: on the first page of any list. */
const newestEncounter = async (of: Cast, place: Place) => {
  const customer = await of.newCustomer();
  const occurredAt = new Date();
  return { ...(await of.newEncounter(place, { customerId: customer.id, occurredAt })), customer };
};

/** What the form sends; every choice is the caller's own unless said otherwise. */
const recorded = (caller: Cast, choices: Partial<RecordEncounterInput> = {}) =>
  ({
    id: uuidv7(),
    touchpointId: caller.touchpointId,
    encounterTypeId: caller.encounterTypeId,
    employeeId: caller.here.employeeId,
    channel: "in_person",
    another: false,
    when: "now",
    customerKind: "unknown",
    ...choices,
  }) as RecordEncounterInput;

/** Each thing an encounter is attributed to, one at a time from elsewhere. */
const choices = {
  touchpointId: (of: Cast) => of.touchpointId,
  encounterTypeId: (of: Cast) => of.encounterTypeId,
  employeeId: (_of: Cast, place: Place) => place.employeeId,
} as const;
const choiceNames = Object.keys(choices) as (keyof typeof choices)[];

const stored = (caller: Cast, overrides: Partial<Parameters<typeof storeEncounters>[2][number]> = {}) => ({
  id: uuidv7(),
  occurredAt: new Date(),
  touchpointId: caller.touchpointId,
  employee: { id: caller.here.employeeId, locationId: caller.here.locationId, teamId: null },
  encounterTypeId: caller.encounterTypeId,
  channel: "in_person" as const,
  customerId: caller.customerId,
  segment: null,
  externalReference: null,
  ...overrides,
});

/** Each thing a stored encounter points to, one at a time from elsewhere. */
type Stored = ReturnType<typeof stored>;
const storedFrom: ((of: Cast, place: Place, caller: Cast) => Partial<Stored>)[] = [
  (of) => ({ touchpointId: of.touchpointId }),
  (of) => ({ encounterTypeId: of.encounterTypeId }),
  (of) => ({ customerId: of.customerId }),
  (_of, place, { here }) => ({
    employee: { id: place.employeeId, locationId: here.locationId, teamId: null },
  }),
  (_of, place, { here }) => ({
    employee: { id: here.employeeId, locationId: place.locationId, teamId: null },
  }),
];

export const encounters: Lines = {
  visibleEncounters: line({
    given: encounter,
    call: (scope, { id }) =>
      withScope(scope, (tx) => tx.encounter.count({ where: { AND: [visibleEncounters(scope), { id }] } })),
    own: ({ result }) => expect(result).toBe(1),
    foreign: "nothing",
    limited: "nothing",
    employee: "nothing",
  }),
  deletableEncounters: line({
    given: encounter,
    call: (scope, { id }) =>
      withScope(scope, (tx) => tx.encounter.count({ where: { AND: [deletableEncounters(scope), { id }] } })),
    own: ({ result }) => expect(result).toBe(1),
    foreign: "nothing",
    limited: "nothing",
    employee: "nothing",
  }),
  getEncounter: line({
    given: encounter,
    call: (scope, { id }) => getEncounter(scope, id),
    own: "shows",
    foreign: "not found",
    limited: "not found",
    employee: "not found",
  }),
  listEncounters: [
    ...(["customer", "employee", "location"] as const).map((filter) =>
      line({
        given: newestEncounter,
        call: (scope, { customer, employeeId, locationId }) => {
          const values = { customer: customer.id, employee: employeeId, location: locationId };
          return listEncounters(scope, encounterListInput.parse({ [filter]: values[filter] }));
        },
        own: "shows",
        foreign: "nothing",
        limited: "nothing",
        employee: "nothing",
      }),
    ),
    ...(["touchpoint", "type"] as const).map((filter) =>
      line({
        given: newestEncounter,
        call: (scope, { touchpointId, encounterTypeId }) => {
          const values = { touchpoint: touchpointId, type: encounterTypeId };
          return listEncounters(scope, encounterListInput.parse({ [filter]: values[filter] }));
        },
        own: "shows",
        foreign: "nothing",
        limited: "hides",
        employee: "hides",
      }),
    ),
    line({
      given: newestEncounter,
      call: (scope, { customer }) => listEncounters(scope, encounterListInput.parse({ q: customer.name })),
      own: "shows",
      foreign: "nothing",
      limited: "nothing",
      employee: "nothing",
    }),
  ],
  getRecordingDefaults: line({
    // Recorded by the very person who asks, a member of both organizations.
    given: async (of, place, caller) => {
      const touchpoint = await of.newTouchpoint();
      for (const role of ["manager", "localManager", "employee"] as const) {
        const recordedByUserId = caller.people[role].userId;
        await of.newEncounter(place, { touchpointId: touchpoint.id, recordedByUserId });
      }
      return touchpoint;
    },
    call: (scope) => getRecordingDefaults(scope),
    own: "shows",
    foreign: "hides",
    limited: "hides",
    employee: "hides",
  }),
  getRecordingLanguages: line({
    call: (scope) => getRecordingLanguages(scope),
    own: ({ result }) => expect(result).toMatchObject({ language: NORTH.language }),
    foreign: "takes nothing",
  }),
  toEncounterState: pure("tells the state of a row that was read", () =>
    toEncounterState(makeScope({ organizationId: uuidv7(), actor: "job", timeZone: "UTC" }), {
      noInvitationReason: "no_contact",
      quarantinedUntil: null,
      invitation: null,
      response: null,
    }),
  ),
  whereState: pure("a condition that is added to visibleEncounters", () => whereState("sent", new Date())),

  recordEncounter: [
    ...choiceNames.map((name) =>
      line({
        given: (of, place) => choices[name](of, place),
        call: (scope, given, caller) =>
          recordEncounter(scope, recorded(caller, { employeeId: scope.employeeId, [name]: given })),
        as: "employee",
        own: "changes",
        foreign: "not found",
        ...(name === "employeeId" ? { employee: "not found" as const } : {}),
      }),
    ),
    line({
      given: (_of, place) => place,
      call: (scope, { employeeId }, caller) => recordEncounter(scope, recorded(caller, { employeeId })),
      own: "changes",
      foreign: "not found",
      limited: "not found",
    }),
    line({
      given: (of) => of.newCustomer(),
      call: (scope, { id }, caller) =>
        recordEncounter(scope, recorded(caller, { customerKind: "known", customerId: id })),
      own: "changes",
      foreign: "not found",
    }),
    line({
      // "New", but known by the address: only where the customer is known.
      given: (of) => of.newCustomer(),
      call: (scope, { email }, caller) =>
        recordEncounter(
          scope,
          recorded(caller, {
            customerKind: "new",
            customerName: null,
            customerEmail: email,
            customerLanguage: "en",
            customerConsent: "given",
          }),
        ),
      own: ({ result, changed }, { name }) => {
        expect(result).toMatchObject({ knownCustomer: name });
        expect(changed).not.toContain("customers");
      },
      foreign: ({ result, changed }) => {
        expect(result).toMatchObject({ knownCustomer: null });
        expect(changed).toContain("customers");
      },
    }),
    line({
      // The id a form made is somebody's already: a second post by the same person, or another organization's by chance.
      given: encounter,
      call: (scope, { id }, caller) => recordEncounter(scope, recorded(caller, { id })),
      own: "runs",
      foreign: "changes",
      echoes: true,
    }),
  ],
  deleteEncounter: line({
    given: encounter,
    call: (scope, { id }) => deleteEncounter(scope, id),
    own: "changes",
    foreign: "not found",
    limited: "not found",
    employee: "not found",
  }),
  storeEncounters: [
    // Names are resolved before; where that were forgotten, the composite keys refuse.
    ...storedFrom.map((given) =>
      line({
        given,
        call: (scope, overrides, caller) =>
          withScope(scope, (tx) =>
            storeEncounters(tx, scope, [stored(caller, overrides)], { source: "manual" }),
          ),
        own: "changes",
        foreign: "constraint",
      }),
    ),
    line({
      given: (of, place) => of.newImport(place),
      call: (scope, { id }, caller) =>
        withScope(scope, (tx) =>
          storeEncounters(tx, scope, [stored(caller)], { source: "csv", importId: id }),
        ),
      own: "changes",
      foreign: "constraint",
    }),
  ],

  recordEncounterAction: [
    ...choiceNames.map((name) =>
      action({
        permission: "encounters.record",
        given: (of: Cast) => ({ [name]: choices[name](of, of.here) }),
        input: (given, caller) => recorded(caller, given),
        foreign: "not found",
      }),
    ),
    action({
      permission: "encounters.record",
      given: (of) => of.newCustomer(),
      input: ({ id }, caller) => recorded(caller, { customerKind: "known", customerId: id }),
      foreign: "not found",
    }),
  ],
  deleteEncounterAction: action({
    permission: "encounters.record",
    given: (of) => of.newEncounter(),
    input: ({ id }) => ({ id }),
    foreign: "not found",
  }),
  searchCustomersAction: action({
    permission: "encounters.record",
    given: (of) => of.newCustomer(),
    input: ({ email }) => ({ query: email }),
    own: "shows",
    foreign: "nothing",
  }),
};
