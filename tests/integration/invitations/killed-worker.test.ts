import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inviteForEncounters } from "@/features/invitations/commands/invite-for-encounters";
import { withScope } from "@/server/database";
import { type Child, serverCodeFlags, startChild } from "../../../scripts/lib/child";
import { querySql, setUpTestDatabase } from "../../database";
import { buildEncounter } from "../../factories/encounters";
import { buildCustomer } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey } from "../../factories/surveys";
import { TestMailServer, waitUntil } from "./mail-server";

const CONCURRENCY = 8;
const database = setUpTestDatabase();
let server: TestMailServer;
let worker: Child | undefined;
let folder: string;
/** Of the test that runs. */
let organizationId: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lastmetre-worker-"));
  server = new TestMailServer();
  await server.start();
});
afterEach(async ({ task }) => {
  worker?.kill();
  await server.stop();
  if (task.result?.state === "fail") console.error(await readFile(path.join(folder, "worker.log"), "utf8"));
});

/** The worker as production runs it, in a process of its own. */
async function startWorker(): Promise<void> {
  worker = startChild({
    name: "worker",
    program: "src/worker/main.ts",
    nodeFlags: serverCodeFlags,
    logFile: path.join(folder, "worker.log"),
    environment: {
      ...process.env,
      DATABASE_URL: database.appUrl,
      SMTP_URL: server.url,
      WORKER_CONCURRENCY: String(CONCURRENCY),
      LOG_LEVEL: "info",
    },
  });
  await worker.ready;
}

/** Customers met just now, with mails due at once. */
async function inviteCustomers(count: number) {
  const { scope, attribution, encounterType, touchpoint } = await createSmallOrganization();
  organizationId = scope.organizationId;
  await createPublishedSurvey(scope, {
    encounterTypeIds: [encounterType.id],
    touchpointIds: [touchpoint.id],
    delayMinutes: 0,
    reminderCount: 0,
  });
  const customers = Array.from({ length: count }, () =>
    buildCustomer(scope, { email: `${uuidv7()}@example.test` }),
  );
  const encounters = customers.map(({ id }) => buildEncounter(scope, attribution, { customerId: id }));
  await withScope(scope, async (tx) => {
    await tx.customer.createMany({ data: customers });
    await tx.encounter.createMany({ data: encounters });
  });
  expect(
    await inviteForEncounters(
      scope,
      encounters.map(({ id }) => id),
    ),
  ).toMatchObject({ invited: count });
  return customers.map(({ email }) => email as string);
}

const states = () =>
  querySql<{ state: string; count: number }>(
    database.superuserUrl,
    `select state::text, count(*)::int from invitation_mails where organization_id = $1 group by 1 order by 1`,
    [organizationId],
  );
/** Mails that are still to be sent after at least one try. */
const countTried = async () => {
  const tried = await querySql(
    database.superuserUrl,
    "select from invitation_mails where organization_id = $1 and state = 'queued' and attempts > 0",
    [organizationId],
  );
  return tried.length;
};
const countOf = async (...wanted: string[]) =>
  (await states()).filter(({ state }) => wanted.includes(state)).reduce((sum, { count }) => sum + count, 0);

/** A moment at which nothing moves any more: every sender waits for the server (or the database) we hold back. */
async function untilStill(): Promise<void> {
  let seen = "";
  let stillSince = Date.now();
  await waitUntil("the worker stands still", async () => {
    const now = JSON.stringify([server.received.length, await states()]);
    if (now !== seen) {
      seen = now;
      stillSince = Date.now();
    }
    return Date.now() - stillSince > 400;
  });
}

test("killed four times in the middle of 500 invitations: 500 mails arrive, none twice", {
  timeout: 600_000,
}, async () => {
  const addresses = await inviteCustomers(500);
  const never = new Promise<void>(() => {});

  // 1. Every sender has named its recipient and waits for the server's word: nothing has left.
  server.onRecipient = () => (server.received.length >= 100 ? never : undefined);
  await startWorker();
  await waitUntil("100 mails", () => server.received.length >= 100);
  await untilStill();
  worker?.kill();

  // 2. Every sender has sent all but the last line and waits for its record: the server forgets such a message.
  server.onRecipient = () => {};
  const locks = new pg.Client({ connectionString: database.superuserUrl });
  await locks.connect();
  await locks.query("begin");
  await locks.query("lock table invitation_mails in share row exclusive mode");
  const before = server.received.length;
  await startWorker();
  await waitUntil("senders waiting for their record", async () => {
    const waiting = await querySql(
      database.superuserUrl,
      "select from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'lastmetre timed commit'",
    );
    return waiting.length === CONCURRENCY;
  });
  worker?.kill();
  await waitUntil("the server noticed", () => server.unfinished >= CONCURRENCY);
  await locks.query("rollback");
  await locks.end();
  expect(server.received).toHaveLength(before);

  // 3. Every message has arrived in full and the server has not said so yet.
  let holdAnswers = false;
  server.onMessage = () => (holdAnswers ? never : undefined);
  await startWorker();
  await waitUntil("250 mails", () => server.received.length >= 250);
  holdAnswers = true;
  await untilStill();
  const unanswered = await countOf("handed_over");
  expect(unanswered).toBe(CONCURRENCY);
  worker?.kill();

  // 4. The server is away, every mail waits for its next try.
  holdAnswers = false;
  await server.stop();
  await startWorker();
  await waitUntil("failed tries", async () => (await countTried()) >= 50);
  worker?.kill();
  await server.start();
  await startWorker();
  await waitUntil("all mails handled", async () => (await countOf("queued")) === 0);
  await worker?.stop();

  expect([await countOf("handed_over"), await countOf("accepted")]).toEqual([unanswered, 500 - unanswered]);
  expect(server.received.map((mail) => mail.to).sort()).toEqual([...addresses].sort());
  expect(new Set(server.received.map((mail) => mail.messageId)).size).toBe(500);
});

test("a mail server that is down for a while costs no mail", { timeout: 300_000 }, async () => {
  await server.stop();
  const addresses = await inviteCustomers(40);
  await startWorker();
  await waitUntil("every mail was tried", async () => (await countTried()) === 40);
  await server.start();
  await waitUntil("all mails arrived", () => server.received.length >= 40);
  await waitUntil("all answers noted", async () => (await countOf("accepted")) === 40);
  await worker?.stop();
  expect(server.received.map((mail) => mail.to).sort()).toEqual([...addresses].sort());
});
