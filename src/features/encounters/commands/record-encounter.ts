import "server-only";
import { insertCustomer } from "@/features/people/commands/create-customer";
import { lockCustomers } from "@/features/people/commands/customer-checks";
import { getActiveCustomer } from "@/features/people/queries/get-active-customer";
import { getActiveEmployee } from "@/features/people/queries/get-active-employee";
import { getEncounterType } from "@/features/touchpoints/queries/get-encounter-type";
import { getTouchpoint } from "@/features/touchpoints/queries/get-touchpoint";
import { type Transaction, withScope } from "@/server/database";
import { InvalidInputError, NotFoundError } from "@/server/errors";
import { lockForTransaction } from "@/server/lock-for-transaction";
import { key, type Scope } from "@/server/scope";
import { judgeOccurredAt, resolveWhen } from "../rules";
import type { RecordEncounterInput } from "../schema";
import { storeEncounters } from "./store-encounters";

export type RecordedEncounter = {
  id: string;
  /** The wall-clock time came twice that night; the first was taken. */
  wasAmbiguous: boolean;
  /** A "new" customer whose e-mail address was already known: recorded for that customer. */
  knownCustomer: string | null;
};

/**
 * Records one encounter by hand. Attribution is frozen here, and the decision about an invitation is queued in the same
 * transaction. The id comes from the form: the second post of a form gives the first one's result and stores nothing.
 */
export async function recordEncounter(scope: Scope, input: RecordEncounterInput): Promise<RecordedEncounter> {
  const { occurredAt, wasAmbiguous } = readOccurredAt(scope, input);
  return withScope(scope, async (tx) => {
    await lockForTransaction(tx, scope, `encounter:${input.id}`);
    if (await isAlreadyRecorded(tx, scope, input.id)) {
      return { id: input.id, wasAmbiguous, knownCustomer: null };
    }
    const touchpoint = await getTouchpoint(tx, scope, input.touchpointId);
    const encounterType = await getEncounterType(tx, scope, input.encounterTypeId);
    if (touchpoint.archivedAt) throw new InvalidInputError({ touchpointId: "choiceArchived" });
    if (encounterType.archivedAt) throw new InvalidInputError({ encounterTypeId: "choiceArchived" });
    const employee = await getResponsibleEmployee(tx, scope, input.employeeId);
    const customer = await findOrCreateCustomer(tx, scope, input);
    await storeEncounters(
      tx,
      scope,
      [
        {
          id: input.id,
          occurredAt,
          touchpointId: touchpoint.id,
          employee,
          encounterTypeId: encounterType.id,
          channel: input.channel,
          customerId: customer?.id ?? null,
          segment: customer?.segment ?? null,
          externalReference: null,
        },
      ],
      { source: "manual" },
    );
    const knownCustomer = input.customerKind === "new" && customer?.wasKnown ? customer.label : null;
    return { id: input.id, wasAmbiguous, knownCustomer };
  });
}

function readOccurredAt(scope: Scope, input: RecordEncounterInput) {
  const field = input.when === "exact" ? "dateTime" : "time";
  let local: ReturnType<typeof resolveWhen>;
  try {
    local = resolveWhen(input, scope.now, scope.timeZone);
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidInputError({ [field]: "encounterTimeNeeded" });
    throw error;
  }
  if (local.status === "missing") throw new InvalidInputError({ [field]: "encounterTimeSkipped" });
  const verdict = judgeOccurredAt(local.instant, scope.now);
  if (verdict === "future") throw new InvalidInputError({ [field]: "encounterInFuture" });
  if (verdict === "too_early") throw new InvalidInputError({ [field]: "encounterTooEarly" });
  return { occurredAt: local.instant, wasAmbiguous: local.status === "ambiguous" };
}

/** Whether the form was posted before, by the same person; an id that is somebody else's is refused. */
async function isAlreadyRecorded(tx: Transaction, scope: Scope, encounterId: string): Promise<boolean> {
  const existing = await tx.encounter.findUnique({
    where: key(scope, encounterId),
    select: { recordedByUserId: true },
  });
  if (existing && existing.recordedByUserId !== scope.userId) throw new NotFoundError();
  return existing !== null;
}

/** Employees record only their own encounters, whatever the form says. */
function getResponsibleEmployee(tx: Transaction, scope: Scope, chosenId: string | null) {
  const employeeId = chosenId ?? scope.employeeId;
  if (!employeeId) throw new InvalidInputError({ employeeId: "chooseOne" });
  return getActiveEmployee(tx, scope, employeeId);
}

const customerSelect = { id: true, name: true, email: true, segment: true } as const;

async function findOrCreateCustomer(tx: Transaction, scope: Scope, input: RecordEncounterInput) {
  if (input.customerKind === "unknown") return null;
  if (input.customerKind === "known") {
    const customer = await getActiveCustomer(tx, scope, input.customerId);
    return { ...customer, label: "", wasKnown: true };
  }
  const email = input.customerEmail;
  // Two people who meet the same new customer at once make one customer: the look-up waits for the other's insert.
  await lockCustomers(tx, scope);
  if (email) {
    const known = await tx.customer.findFirst({
      where: { organizationId: scope.organizationId, email, erasedAt: null },
      select: customerSelect,
      orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    });
    if (known) return { ...known, label: known.name ?? email, wasKnown: true };
  }
  const created = await insertCustomer(tx, scope, {
    name: input.customerName,
    email,
    phone: null,
    externalReference: null,
    language: input.customerLanguage,
    segment: null,
    consent: input.customerConsent,
  });
  return { ...created, segment: null, label: "", wasKnown: false };
}
