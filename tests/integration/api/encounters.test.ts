import { beforeAll, describe, expect, it } from "vitest";
import { withScope } from "@/server/database";
import { querySql, setUpTestDatabase } from "../../database";
import { createTouchpoint } from "../../factories/journey";
import { createCustomer, createEmployee } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";
import { callApi, createApiKey } from "./call-api";

const database = setUpTestDatabase();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let key: string;

beforeAll(async () => {
  small = await createSmallOrganization();
  ({ key } = await createApiKey(small.scope));
});

const encounter = (overrides: Record<string, unknown> = {}) => ({
  touchpointId: small.touchpoint.id,
  encounterTypeId: small.encounterType.id,
  employeeId: small.employee.id,
  ...overrides,
});
const post = (body: unknown, headers: Record<string, string> = {}) =>
  callApi("POST", "/encounters", { key, body, headers });
const storedEncounter = (id: string) =>
  withScope(small.scope, (tx) => tx.encounter.findFirstOrThrow({ where: { id } }));
const countEncounters = () => withScope(small.scope, (tx) => tx.encounter.count());
const queuedFor = async (id: string) => {
  const jobs = await querySql(
    database.superuserUrl,
    "select 1 from graphile_worker._private_jobs where payload::text like '%' || $1 || '%'",
    [id],
  );
  return jobs.length;
};

describe("POST /encounters", () => {
  it("records an encounter with its attribution of now and queues the decision about its invitation", async () => {
    const { status, body } = await post(encounter({ customer: { id: small.customer.id } }));
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.any(String), externalReference: null, created: true });
    expect(await storedEncounter(body.id)).toMatchObject({
      ...small.attribution,
      channel: small.touchpoint.channel,
      customerId: small.customer.id,
      source: "api",
      recordedByUserId: null,
    });
    expect(await queuedFor(body.id)).toBe(1);
  });

  it("finds the employee by reference, takes a time with any offset and a channel of its own", async () => {
    const employee = await createEmployee(small.scope, {
      locationId: small.location.id,
      externalReference: "E-17",
    });
    const { body } = await post(
      encounter({
        employeeId: undefined,
        employeeReference: "E-17",
        occurredAt: "2026-03-01T12:00:00+05:30",
        channel: "phone",
      }),
    );
    expect(await storedEncounter(body.id)).toMatchObject({
      employeeId: employee.id,
      occurredAt: new Date("2026-03-01T06:30:00Z"),
      channel: "phone",
    });
  });

  it("adds the customer told of, and finds the same one by reference or address the next time", async () => {
    const customer = {
      email: "Anna@Example.test",
      name: "Anna",
      language: "sv",
      segment: "gold",
      consent: "given",
    };
    const first = await post(encounter({ customer }));
    const second = await post(
      encounter({ customer: { ...customer, externalReference: "C-1", segment: "silver" } }),
    );
    const third = await post(encounter({ customer: { externalReference: "C-1" } }));
    const stored = await Promise.all([first, second, third].map(({ body }) => storedEncounter(body.id)));
    expect(new Set(stored.map(({ customerId }) => customerId)).size).toBe(1);
    expect(stored.map(({ segment }) => segment)).toEqual(["gold", "silver", "silver"]);
    const person = await withScope(small.scope, (tx) =>
      tx.customer.findFirstOrThrow({ where: { email: "anna@example.test" } }),
    );
    expect(person).toMatchObject({
      externalReference: "C-1",
      language: "sv",
      consent: "given",
      segment: "silver",
    });
  });

  it("refuses an address that several customers share, and records the others that came at the same time", async () => {
    const shared = { email: "desk@example.test" };
    await createCustomer(small.scope, shared);
    await createCustomer(small.scope, shared);
    const replies = await Promise.all([
      post(encounter()),
      post(encounter({ customer: shared })),
      post(encounter({ customer: { email: "other@example.test" } })),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([201, 422, 201]);
    expect(replies[1]?.body.errors).toEqual([{ pointer: "/customer/email", detail: expect.any(String) }]);
  });

  it("knows an encounter by its reference", async () => {
    const first = await post(encounter({ externalReference: "visit-1" }));
    const before = await countEncounters();
    const again = await post(encounter({ externalReference: "visit-1", channel: "web" }));
    expect(again.status).toBe(200);
    expect(again.body).toEqual({ id: first.body.id, externalReference: "visit-1", created: false });
    expect(await countEncounters()).toBe(before);
  });

  it("records one of forty requests with the same reference at once", async () => {
    const before = await countEncounters();
    const replies = await Promise.all(
      Array.from({ length: 40 }, () => post(encounter({ externalReference: "visit-2" }))),
    );
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await countEncounters()).toBe(before + 1);
  });

  it("names every field that cannot be used, and stores nothing of such a request", async () => {
    const before = await countEncounters();
    const archived = await createTouchpoint(small.scope, { archivedAt: new Date() });
    const unknown = "01890000-0000-7000-8000-000000000000";
    const { status, body } = await post({
      encounters: [
        encounter({ externalReference: "same", customer: { externalReference: "never" } }),
        encounter({ touchpointId: archived.id, encounterTypeId: unknown, employeeId: unknown }),
        encounter({
          customer: { id: unknown },
          occurredAt: "2990-01-01T00:00:00Z",
          externalReference: "same",
        }),
      ],
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      "/encounters/1/touchpointId",
      "/encounters/1/encounterTypeId",
      "/encounters/1/employeeId",
      "/encounters/2/customer/id",
      "/encounters/2/occurredAt",
      "/encounters/2/externalReference",
    ]);
    expect(await countEncounters()).toBe(before);
    expect(
      await withScope(small.scope, (tx) => tx.customer.count({ where: { externalReference: "never" } })),
    ).toBe(0);
  });

  it("explains a body of the wrong form by places in it", async () => {
    const { status, body } = await post({
      encounters: [encounter({ chanel: "web" }), { touchpointId: "x" }],
    });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      "/encounters/0/chanel",
      "/encounters/1/touchpointId",
      "/encounters/1/encounterTypeId",
    ]);
  });

  it("records up to 500 in their order", async () => {
    const references = Array.from({ length: 500 }, (_, index) => `bulk-${index}`);
    const { status, body } = await post({
      encounters: references.map((externalReference) => encounter({ externalReference })),
    });
    expect(status).toBe(201);
    expect(body.encounters.map((one: { externalReference: string }) => one.externalReference)).toEqual(
      references,
    );
    expect((await post({ encounters: references.concat("one more").map(() => encounter()) })).status).toBe(
      422,
    );
  });
});

describe("Idempotency-Key", () => {
  it("gives the first answer again and records nothing", async () => {
    const headers = { "idempotency-key": "a-1" };
    const first = await post(encounter(), headers);
    const before = await countEncounters();
    const again = await post(encounter(), headers);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    expect(await countEncounters()).toBe(before);
  });

  it("is refused for another body, and is another one for another key of the organization", async () => {
    const headers = { "idempotency-key": "a-2" };
    const first = await post(encounter(), headers);
    expect((await post(encounter({ channel: "web" }), headers)).status).toBe(409);
    const other = await createApiKey(small.scope);
    const reply = await callApi("POST", "/encounters", { key: other.key, body: encounter(), headers });
    expect(reply.status).toBe(201);
    expect(reply.body.id).not.toBe(first.body.id);
  });

  it("lets one of many at the same time through, and refuses other content among them", async () => {
    const before = await countEncounters();
    const headers = { "idempotency-key": "a-3" };
    const replies = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        post(encounter(index % 6 === 5 ? { channel: "web" } : {}), headers),
      ),
    );
    const same = replies.filter((_, index) => index % 6 !== 5);
    expect(new Set(same.map(({ body }) => body.id)).size).toBe(1);
    expect(same.filter((reply) => reply.headers.get("idempotency-replayed") === null)).toHaveLength(1);
    expect(replies.filter((_, index) => index % 6 === 5).map(({ status }) => status)).toEqual(
      Array(10).fill(409),
    );
    expect(await countEncounters()).toBe(before + 1);
  });

  it("is not used up by a request that was refused", async () => {
    const headers = { "idempotency-key": "a-4" };
    expect((await post(encounter({ employeeId: small.touchpoint.id }), headers)).status).toBe(422);
    expect((await post(encounter(), headers)).status).toBe(201);
  });

  it("tells, for a known reference, what came of the first request", async () => {
    const first = await post(encounter({ externalReference: "visit-3" }));
    const headers = { "idempotency-key": "a-5" };
    const known = await post(encounter({ externalReference: "visit-3" }), headers);
    const again = await post(encounter({ externalReference: "visit-3" }), headers);
    expect(known.body).toEqual({ id: first.body.id, externalReference: "visit-3", created: false });
    expect(again.body).toEqual(known.body);
    expect([known.status, again.status]).toEqual([200, 200]);
  });

  it("is free again after a day", async () => {
    const headers = { "idempotency-key": "a-6" };
    const first = await post(encounter(), headers);
    await querySql(
      database.superuserUrl,
      "update idempotency_keys set created_at = now() - interval '25 hours' where key = 'a-6'",
    );
    const later = await post(encounter(), headers);
    expect(later.status).toBe(201);
    expect(later.body.id).not.toBe(first.body.id);
  });
});
