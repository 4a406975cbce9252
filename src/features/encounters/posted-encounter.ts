import { v7 as uuidv7 } from "uuid";
import type { Channel, Consent } from "@/generated/prisma/enums";
import type { RespondentLanguage } from "@/server/input";
import type { NewEncounter } from "./commands/store-encounters";
import type { FoundThings, NamedThings } from "./queries/find-named-things";
import { judgeOccurredAt } from "./rules";

/** A customer told of with an encounter: found by reference, else by address, brought up to date, or added. */
export type PostedCustomer = {
  externalReference: string | null;
  email: string | null;
  name: string | null;
  phone: string | null;
  language: RespondentLanguage | null;
  segment: string | null;
  consent: Consent | null;
};

/** An encounter as a program tells of it. */
export type PostedEncounter = {
  externalReference: string | null;
  /** Null: now. */
  occurredAt: Date | null;
  touchpointId: string;
  encounterTypeId: string;
  employee: { id: string } | { externalReference: string };
  /** Null: the touchpoint's. */
  channel: Channel | null;
  customer: { id: string } | PostedCustomer | null;
};

/** A field that cannot be used: which encounter, which field ("customer/email"), why (a key of REASONS in the API). */
export type EncounterMistake = { index: number; field: string; reason: MistakeReason };
export type MistakeReason =
  | "unknown"
  | "archived"
  | "future"
  | "tooEarly"
  | "repeatedReference"
  | "severalCustomers";

/** An encounter whose names are resolved; a customer told of by contact ways is placed afterwards. */
export type ResolvedEncounter = NewEncounter & { postedCustomer: PostedCustomer | null };

export function collectNames(encounters: readonly PostedEncounter[]): NamedThings {
  const distinct = (read: (encounter: PostedEncounter) => string | null) => [
    ...new Set(encounters.flatMap((encounter) => read(encounter) ?? [])),
  ];
  return {
    touchpointIds: distinct(({ touchpointId }) => touchpointId),
    encounterTypeIds: distinct(({ encounterTypeId }) => encounterTypeId),
    employeeIds: distinct(({ employee }) => ("id" in employee ? employee.id : null)),
    employeeReferences: distinct(({ employee }) => ("id" in employee ? null : employee.externalReference)),
    customerIds: distinct(({ customer }) => (customer && "id" in customer ? customer.id : null)),
    encounterReferences: distinct(({ externalReference }) => externalReference),
  };
}

/** Judges one request's encounters as the form of the screens would: all of them, or every mistake there is. */
export function resolveEncounters(
  encounters: readonly PostedEncounter[],
  found: FoundThings,
  now: Date,
): { resolved: ResolvedEncounter[] } | { mistakes: EncounterMistake[] } {
  const mistakes: EncounterMistake[] = [];
  const references = new Set<string>();
  const resolved = encounters.flatMap((encounter, index): ResolvedEncounter[] => {
    const before = mistakes.length;
    const object = (field: string, reason: MistakeReason) => mistakes.push({ index, field, reason });
    const touchpoint = found.touchpoints.get(encounter.touchpointId);
    const encounterType = found.encounterTypes.get(encounter.encounterTypeId);
    const byId = "id" in encounter.employee;
    const employee =
      "id" in encounter.employee
        ? found.employees.get(encounter.employee.id)
        : found.employeesByReference.get(encounter.employee.externalReference);
    const employeeField = byId ? "employeeId" : "employeeReference";
    const { customer, externalReference } = encounter;
    const known = customer && "id" in customer ? found.customers.get(customer.id) : null;

    if (!touchpoint) object("touchpointId", "unknown");
    else if (touchpoint.isArchived) object("touchpointId", "archived");
    if (!encounterType) object("encounterTypeId", "unknown");
    else if (encounterType.isArchived) object("encounterTypeId", "archived");
    if (!employee || employee.isArchived) object(employeeField, "unknown");
    if (customer && "id" in customer && !known) object("customer/id", "unknown");
    const occurredAt = encounter.occurredAt ?? now;
    const verdict = judgeOccurredAt(occurredAt, now);
    if (verdict !== "ok") object("occurredAt", verdict === "future" ? "future" : "tooEarly");
    if (externalReference && references.has(externalReference))
      object("externalReference", "repeatedReference");
    if (externalReference) references.add(externalReference);

    if (!touchpoint || !encounterType || !employee || mistakes.length > before) return [];
    return [
      {
        id: uuidv7(),
        occurredAt,
        touchpointId: touchpoint.id,
        employee: { id: employee.id, locationId: employee.locationId, teamId: employee.teamId },
        encounterTypeId: encounterType.id,
        channel: encounter.channel ?? touchpoint.channel,
        customerId: known?.id ?? null,
        segment: known?.segment ?? null,
        externalReference,
        postedCustomer: customer && !("id" in customer) ? customer : null,
      },
    ];
  });
  return mistakes.length > 0 ? { mistakes } : { resolved };
}
