import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import "@/app/api/v1/serve-api";
import { DIRECT_API, type DirectApi } from "@/server/api/direct-api";
import { withScope } from "@/server/database";
import { querySql, setUpTestDatabase } from "../../database";
import { createSmallOrganization } from "../../factories/small-organization";
import { createApiKey } from "./call-api";

const database = setUpTestDatabase();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let key: string;
let server: Server;
let address: string;

// As the web server does it: scripts/lib/request-handler.ts.
beforeAll(async () => {
  small = await createSmallOrganization();
  ({ key } = await createApiKey(small.scope));
  const direct = (globalThis as unknown as { [DIRECT_API]: DirectApi })[DIRECT_API];
  server = createServer((request, response) => void direct(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/encounters`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(address, {
    method: "POST",
    body,
    duplex: "half",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
  } as RequestInit);
const encounter = () => ({
  touchpointId: small.touchpoint.id,
  encounterTypeId: small.encounterType.id,
  employeeId: small.employee.id,
});

it("the web server's way in answers as Next's does", async () => {
  const reply = await post(JSON.stringify(encounter()), { "idempotency-key": "direct" });
  expect(reply.status).toBe(201);
  expect(reply.headers.get("content-type")).toBe("application/json");
  expect(reply.headers.get("cache-control")).toBe("no-store");
  const again = await post(JSON.stringify(encounter()), { "idempotency-key": "direct" });
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(await again.json()).toEqual(await reply.json());
  expect((await post(JSON.stringify(encounter()), { authorization: "" })).status).toBe(401);
});

it("a body that is too large is answered, whether it says its length or not", async () => {
  const large = "x".repeat(1_100_000);
  expect((await post(large)).status).toBe(413);
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(large));
      controller.close();
    },
  });
  const reply = await post(stream);
  expect(reply.status).toBe(413);
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
});

it("requests at the same time share a transaction: hundreds of encounters, a few jobs", async () => {
  const before = await withScope(small.scope, (tx) => tx.encounter.count());
  const jobs = () =>
    querySql(
      database.superuserUrl,
      "select 1 from graphile_worker._private_jobs where payload ->> 'organizationId' = $1",
      [small.scope.organizationId],
    );
  const jobsBefore = (await jobs()).length;
  const replies = await Promise.all(Array.from({ length: 200 }, () => post(JSON.stringify(encounter()))));
  expect(replies.every(({ status }) => status === 201)).toBe(true);
  expect(await withScope(small.scope, (tx) => tx.encounter.count())).toBe(before + 200);
  expect((await jobs()).length - jobsBefore).toBeLessThan(100);
});
