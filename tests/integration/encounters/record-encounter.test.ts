import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { recordEncounter } from "@/features/encounters/commands/record-encounter";
import { getRecordingDefaults } from "@/features/encounters/queries/get-recording-defaults";
import { type RecordEncounterInput, recordEncounterInput } from "@/features/encounters/schema";
import { withScope } from "@/server/database";
import { InvalidInputError, NotFoundError } from "@/server/errors";
import { key, makeScope, type Scope } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import { createCustomer, createEmployee } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";

const database = setUpTestDatabase();
const NOW = new Date("2026-11-21T12:00:00Z");

let cast: Awaited<ReturnType<typeof createSmallOrganization>>;
beforeAll(async () => {
  cast = await createSmallOrganization();
});

const at = (scope: Scope, now: Date) => makeScope({ ...scope, now });

/** What the form sends, parsed as the action parses it. */
function form(overrides: Record<string, unknown> = {}): RecordEncounterInput {
  return recordEncounterInput.parse({
    id: uuidv7(),
    touchpointId: cast.touchpoint.id,
    encounterTypeId: cast.encounterType.id,
    employeeId: cast.employee.id,
    channel: "in_person",
    when: "now",
    customerKind: "known",
    customerId: cast.customer.id,
    ...overrides,
  });
}

const stored = (id: string) =>
  withScope(cast.scope, (tx) => tx.encounter.findUnique({ where: key(cast.scope, id) }));
const jobsOf = (id: string) =>
  querySql<{ task_identifier: string; payload: { encounterIds: string[] } }>(
    database.superuserUrl,
    `select t.identifier as task_identifier, j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
      where j.payload::text like '%' || $1 || '%'`,
    [id],
  );

describe("recordEncounter", () => {
  it("freezes the attribution of this moment and queues the decision about the invitation with it", async () => {
    const customer = await createCustomer(cast.scope, { segment: "Gold" });
    const input = form({ customerId: customer.id, channel: "phone" });
    await recordEncounter(at(cast.manager.scope, NOW), input);
    expect(await stored(input.id)).toMatchObject({
      occurredAt: NOW,
      touchpointId: cast.touchpoint.id,
      employeeId: cast.employee.id,
      locationId: cast.location.id,
      teamId: cast.team.id,
      encounterTypeId: cast.encounterType.id,
      channel: "phone",
      segment: "Gold",
      customerId: customer.id,
      source: "manual",
      recordedByUserId: cast.manager.userId,
      noInvitationReason: null,
    });
    expect(await jobsOf(input.id)).toMatchObject([
      { task_identifier: "inviteForEncounters", payload: { encounterIds: [input.id] } },
    ]);
  });

  it("stores one encounter, one customer and one job however often and however fast the form is posted", async () => {
    const input = form({
      customerKind: "new",
      customerId: undefined,
      customerName: "Double Click",
      customerEmail: "double.click@example.test",
      customerLanguage: "fi",
      customerConsent: "given",
    });
    const results = await Promise.all(
      Array.from({ length: 8 }, () => recordEncounter(cast.manager.scope, input)),
    );
    expect(new Set(results.map((result) => result.id))).toEqual(new Set([input.id]));
    const [counts] = await querySql<{ encounters: number; customers: number }>(
      database.superuserUrl,
      `select (select count(*)::int from encounters where id = $1) as encounters,
              (select count(*)::int from customers where email = 'double.click@example.test') as customers`,
      [input.id],
    );
    expect(counts).toEqual({ encounters: 1, customers: 1 });
    expect(await jobsOf(input.id)).toHaveLength(1);
  });

  it("refuses an id that somebody else's encounter has", async () => {
    const input = form();
    await recordEncounter(cast.owner.scope, input);
    await expect(recordEncounter(cast.manager.scope, input)).rejects.toThrow(NotFoundError);
  });

  it("records for the customer who already has the address instead of making a second one", async () => {
    const known = await createCustomer(cast.scope, { email: "known@example.test", name: "Known Person" });
    const input = form({
      customerKind: "new",
      customerName: "K. Person",
      customerEmail: " Known@Example.test ",
      customerLanguage: "en",
      customerConsent: "given",
    });
    const result = await recordEncounter(cast.manager.scope, input);
    expect(result.knownCustomer).toBe("Known Person");
    expect((await stored(input.id))?.customerId).toBe(known.id);
  });

  it("records a meeting with somebody unknown", async () => {
    const input = form({ customerKind: "unknown", customerId: undefined });
    await recordEncounter(cast.manager.scope, input);
    expect(await stored(input.id)).toMatchObject({ customerId: null, segment: null });
  });
});

describe("when it happened", () => {
  const scopeAt = (now: string) => at(cast.manager.scope, new Date(now));
  const errorsOf = async (promise: Promise<unknown>) => {
    const error = await promise.then(
      () => null,
      (reason: unknown) => reason,
    );
    return error instanceof InvalidInputError ? error.fields : error;
  };

  it("understands today and yesterday in the organization's time zone", async () => {
    const late = scopeAt("2026-11-21T22:30:00Z"); // 00:30 on the 22nd in Helsinki
    const input = form({ when: "yesterday", time: "14:05" });
    await recordEncounter(late, input);
    expect((await stored(input.id))?.occurredAt).toEqual(new Date("2026-11-21T12:05:00Z"));
  });

  it("refuses the future beyond five minutes of clock skew", async () => {
    const ahead = (time: string) =>
      recordEncounter(scopeAt("2026-11-21T12:00:00Z"), form({ when: "today", time }));
    expect(await errorsOf(ahead("14:06"))).toEqual({ time: "encounterInFuture" });
    expect(await errorsOf(ahead("14:05"))).toBeNull();
  });

  it("refuses a time that spring skips and takes the first of autumn's two", async () => {
    const skipped = form({ when: "exact", dateTime: "2026-03-29T03:30" });
    expect(await errorsOf(recordEncounter(scopeAt("2026-04-01T12:00:00Z"), skipped))).toEqual({
      dateTime: "encounterTimeSkipped",
    });
    const twice = form({ when: "exact", dateTime: "2026-10-25T03:30" });
    const result = await recordEncounter(scopeAt("2026-10-26T12:00:00Z"), twice);
    expect(result.wasAmbiguous).toBe(true);
    expect((await stored(twice.id))?.occurredAt).toEqual(new Date("2026-10-25T00:30:00Z"));
  });

  it("refuses days that do not exist and years before 2000, and allows what is merely old", async () => {
    const scope = scopeAt("2026-11-21T12:00:00Z");
    const on = (dateTime: string) => recordEncounter(scope, form({ when: "exact", dateTime }));
    expect(await errorsOf(on("2026-02-30T10:00"))).toEqual({ dateTime: "encounterTimeNeeded" });
    expect(await errorsOf(on("0226-11-21T10:00"))).toEqual({ dateTime: "encounterTooEarly" });
    expect(await errorsOf(on("2025-01-01T10:00"))).toBeNull();
  });
});

describe("who records for whom", () => {
  it("lets employees record only their own encounters", async () => {
    const own = form({ employeeId: "" });
    await recordEncounter(cast.employeeMember.scope, own);
    expect((await stored(own.id))?.employeeId).toBe(cast.employee.id);
    const forAnother = form({ employeeId: cast.otherEmployee.id });
    await expect(recordEncounter(cast.employeeMember.scope, forAnother)).rejects.toThrow(NotFoundError);
  });

  it("keeps a manager of one location to its employees", async () => {
    await expect(
      recordEncounter(cast.localManager.scope, form({ employeeId: cast.otherEmployee.id })),
    ).rejects.toThrow(NotFoundError);
    await expect(recordEncounter(cast.localManager.scope, form())).resolves.toMatchObject({
      wasAmbiguous: false,
    });
  });

  it("knows nothing of another organization's ids", async () => {
    const other = await createSmallOrganization();
    for (const foreign of [
      { touchpointId: other.touchpoint.id },
      { encounterTypeId: other.encounterType.id },
      { employeeId: other.employee.id },
      { customerId: other.customer.id },
    ]) {
      await expect(recordEncounter(cast.manager.scope, form(foreign))).rejects.toThrow(NotFoundError);
    }
  });

  it("takes no archived employee or customer", async () => {
    const employee = await createEmployee(cast.scope, { locationId: cast.location.id, archivedAt: NOW });
    const customer = await createCustomer(cast.scope, { archivedAt: NOW });
    await expect(recordEncounter(cast.manager.scope, form({ employeeId: employee.id }))).rejects.toThrow();
    await expect(recordEncounter(cast.manager.scope, form({ customerId: customer.id }))).rejects.toThrow();
  });
});

describe("what the form remembers", () => {
  it("is each person's own last record, as far as it is still in use", async () => {
    const fresh = await createSmallOrganization();
    expect(await getRecordingDefaults(fresh.manager.scope)).toEqual({
      touchpointId: null,
      encounterTypeId: null,
      employee: null,
    });
    const record = (scope: Scope, touchpointId: string) =>
      recordEncounter(
        scope,
        recordEncounterInput.parse({
          id: uuidv7(),
          touchpointId,
          encounterTypeId: fresh.encounterType.id,
          employeeId: fresh.employee.id,
          channel: "phone",
          when: "now",
          customerKind: "unknown",
        }),
      );
    await record(fresh.manager.scope, fresh.otherTouchpoint.id);
    await record(fresh.owner.scope, fresh.touchpoint.id);
    expect(await getRecordingDefaults(fresh.manager.scope)).toEqual({
      touchpointId: fresh.otherTouchpoint.id,
      encounterTypeId: fresh.encounterType.id,
      employee: { id: fresh.employee.id, name: fresh.employee.name },
    });
    await withScope(fresh.scope, (tx) =>
      tx.touchpoint.update({ where: key(fresh.scope, fresh.otherTouchpoint.id), data: { archivedAt: NOW } }),
    );
    expect((await getRecordingDefaults(fresh.manager.scope)).touchpointId).toBeNull();
  });
});
