import { beforeAll, describe, expect, it, vi } from "vitest";

vi.hoisted(() => {
  process.env.API_REQUESTS_PER_MINUTE = "40";
});

import { createApiKey as makeKey } from "@/features/api-keys/commands/create-api-key";
import { revokeApiKey } from "@/features/api-keys/commands/revoke-api-key";
import { listApiKeys } from "@/features/api-keys/queries/list-api-keys";
import { withScope } from "@/server/database";
import { hashToken } from "@/server/tokens";
import { querySql, setUpTestDatabase } from "../../database";
import { createSmallOrganization } from "../../factories/small-organization";
import { callApi, createApiKey } from "./call-api";

const database = setUpTestDatabase();
let north: Awaited<ReturnType<typeof createSmallOrganization>>;
let south: Awaited<ReturnType<typeof createSmallOrganization>>;

beforeAll(async () => {
  north = await createSmallOrganization({ slug: "north-api" });
  south = await createSmallOrganization({ slug: "south-api" });
});

const lists = ["/touchpoints", "/encounter-types", "/employees", "/locations"];

describe("a key", () => {
  it("is given once; what is stored is its hash and how it begins", async () => {
    const { id, key } = await makeKey(north.owner.scope, { name: "Till", access: "write" });
    expect(key).toMatch(/^lm_[\w-]{32}$/);
    const [row] = await querySql(
      database.superuserUrl,
      "select k::text as text, key_hash from api_keys k where id = $1",
      [id],
    );
    expect(row?.text).not.toContain(key);
    expect(Buffer.compare(row?.key_hash, Buffer.from(hashToken(key)))).toBe(0);
    const { rows } = await listApiKeys(north.owner.scope, 1);
    expect(rows.find((one) => one.id === id)).toMatchObject({
      name: "Till",
      prefix: key.slice(0, 8),
      createdBy: "The owner",
    });
  });

  it("is refused from the moment it is revoked, and revoking leaves one trace", async () => {
    const { id, key } = await makeKey(north.owner.scope, { name: "Old till", access: "read" });
    expect((await callApi("GET", "/touchpoints", { key })).status).toBe(200);
    await revokeApiKey(north.owner.scope, id);
    await revokeApiKey(north.owner.scope, id);
    const refused = await callApi("GET", "/touchpoints", { key });
    expect(refused.status).toBe(401);
    const unknown = await callApi("GET", "/touchpoints", { key: "lm_000000000000000000000000" });
    // Nothing tells a revoked key from one that never was.
    const constant = ({ body }: typeof refused) => ({ ...body, instance: null });
    expect(constant(refused)).toEqual(constant(unknown));
    const trail = await withScope(north.scope, (tx) =>
      tx.activityEvent.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } }),
    );
    expect(trail.map(({ action }) => action)).toEqual(["apiKey.created", "apiKey.revoked"]);
  });

  it("that another process revoked is refused a second later", async () => {
    const { id, key } = await createApiKey(north.scope);
    expect((await callApi("GET", "/touchpoints", { key })).status).toBe(200);
    await querySql(database.superuserUrl, "update api_keys set revoked_at = now() where id = $1", [id]);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect((await callApi("GET", "/touchpoints", { key })).status).toBe(401);
  });

  it("notes its use at most once a minute", async () => {
    const { id, key } = await createApiKey(north.scope);
    const lastUsed = async () => {
      const row = await withScope(north.scope, (tx) => tx.apiKey.findFirstOrThrow({ where: { id } }));
      return row.lastUsedAt;
    };
    expect(await lastUsed()).toBeNull();
    await callApi("GET", "/touchpoints", { key });
    const first = await lastUsed();
    expect(first?.getTime()).toBeGreaterThan(Date.now() - 10_000);
    await callApi("GET", "/employees", { key });
    expect(await lastUsed()).toEqual(first);
  });

  it("is told how many requests are left, and when there are none", async () => {
    const { key } = await createApiKey(north.scope);
    const replies = [];
    for (let request = 0; request < 41; request += 1)
      replies.push(await callApi("GET", "/touchpoints", { key }));
    const [first, last] = [replies[0], replies.at(-1)];
    expect(first?.headers.get("ratelimit-limit")).toBe("40");
    expect(first?.headers.get("ratelimit-remaining")).toBe("39");
    expect(first?.headers.get("ratelimit-policy")).toBe('"key";q=40;w=60');
    expect(replies.slice(0, 40).every(({ status }) => status === 200)).toBe(true);
    expect(last?.status).toBe(429);
    expect(last?.headers.get("content-type")).toBe("application/problem+json");
    expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(last?.headers.get("ratelimit")).toMatch(/^"key";r=0;t=\d+$/);
    // Another key is not held back by it.
    const other = await createApiKey(north.scope);
    expect((await callApi("GET", "/touchpoints", { key: other.key })).status).toBe(200);
  });
});

describe("two organizations", () => {
  const encounter = (of: typeof north, overrides: object = {}) => ({
    touchpointId: of.touchpoint.id,
    encounterTypeId: of.encounterType.id,
    employeeId: of.employee.id,
    ...overrides,
  });

  it("a key lists what its own has, and nothing of the other", async () => {
    const { key } = await createApiKey(north.scope, "read");
    for (const path of lists) {
      const { body } = await callApi("GET", path, { key });
      const text = JSON.stringify(body);
      expect(body.data.length).toBeGreaterThan(0);
      for (const id of [south.touchpoint.id, south.encounterType.id, south.employee.id, south.location.id]) {
        expect(text).not.toContain(id);
      }
    }
  });

  it("ids of the other are unknown, wherever they stand", async () => {
    const { key } = await createApiKey(north.scope);
    const theirs = [
      { touchpointId: south.touchpoint.id },
      { encounterTypeId: south.encounterType.id },
      { employeeId: south.employee.id },
      { customer: { id: south.customer.id } },
    ];
    for (const foreign of theirs) {
      const reply = await callApi("POST", "/encounters", { key, body: encounter(north, foreign) });
      expect(reply.status).toBe(422);
      expect(reply.body.errors).toHaveLength(1);
    }
    for (const filter of [
      `touchpoint=${south.touchpoint.id}`,
      `employee=${south.employee.id}`,
      `location=${south.location.id}`,
      `encounterType=${south.encounterType.id}`,
    ]) {
      expect((await callApi("GET", `/responses?${filter}`, { key })).status).toBe(422);
      const metrics = `/metrics?metric=nps&from=2026-01-01&to=2026-02-01&${filter}`;
      expect((await callApi("GET", metrics, { key })).status).toBe(422);
    }
    const theirImport = await withScope(south.scope, (tx) =>
      tx.answerImport.create({
        data: { organizationId: south.scope.organizationId, fileName: "south.csv" },
        select: { id: true },
      }),
    );
    expect((await callApi("GET", `/imports/${theirImport.id}`, { key })).status).toBe(404);
  });

  it("a customer's address and an encounter's reference are each organization's own", async () => {
    const body = (of: typeof north) =>
      encounter(of, { externalReference: "R-1", customer: { email: "x@example.test" } });
    const [ours, theirs] = await Promise.all([createApiKey(north.scope), createApiKey(south.scope)]);
    const replies = await Promise.all([
      callApi("POST", "/encounters", { key: ours.key, body: body(north) }),
      callApi("POST", "/encounters", { key: theirs.key, body: body(south) }),
    ]);
    expect(replies.map(({ body }) => body.created)).toEqual([true, true]);
    expect(replies[0]?.body.id).not.toBe(replies[1]?.body.id);
  });

  it("a key that reads only records nothing", async () => {
    const { key } = await createApiKey(north.scope, "read");
    const before = await withScope(north.scope, (tx) => tx.encounter.count());
    expect((await callApi("POST", "/encounters", { key, body: encounter(north) })).status).toBe(403);
    expect((await callApi("POST", "/customers", { key, body: { email: "y@example.test" } })).status).toBe(
      403,
    );
    expect(await withScope(north.scope, (tx) => tx.encounter.count())).toBe(before);
  });
});
