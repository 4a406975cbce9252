import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { planDigests } from "@/features/digests/commands/plan-digests";
import { lastWeek } from "@/features/digests/rules";
import { type Child, serverCodeFlags, startChild } from "../../../scripts/lib/child";
import { querySql, setUpTestDatabase } from "../../database";
import { createAnsweredEncounter } from "../../factories/encounters";
import { createMember } from "../../factories/organization";
import { createSmallOrganization } from "../../factories/small-organization";
import { TestMailServer, waitUntil } from "../invitations/mail-server";

const CONCURRENCY = 4;
const database = setUpTestDatabase();
const server = new TestMailServer();
let worker: Child | undefined;
let folder: string;

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
      LOG_LEVEL: "debug",
    },
  });
  await worker.ready;
}

const countQueued = async () =>
  (await querySql(database.superuserUrl, "select from digest_mails where state = 'queued'")).length;

test("killed in the middle: every reader gets the digest, nobody twice, and no log names anybody", async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lastmetre-digests-"));
  await server.start();
  const { organization, scope, survey, attribution, owner, manager, localManager } =
    await createSmallOrganization();
  const week = lastWeek(scope.now, scope.timeZone);
  const comment = "Confidential remark of a customer";
  await createAnsweredEncounter(scope, attribution, survey, { score: 3, answeredAt: week.from, comment });
  const others = await Promise.all(Array.from({ length: 5 }, () => createMember(organization, "manager")));
  await querySql(database.superuserUrl, "update members set created_at = $1", [week.from]);
  expect(await planDigests(scope, week)).toBe(8);

  // Two senders have named their reader and wait for the server's word; two have sent everything and wait for its thanks.
  const never = new Promise<void>(() => {});
  let named = 0;
  server.onRecipient = () => {
    named += 1;
    return named <= 2 ? never : undefined;
  };
  server.onMessage = () => never;
  await startWorker();
  await waitUntil("four senders wait", () => named === CONCURRENCY && server.received.length === 2);
  worker?.kill();

  server.onRecipient = () => {};
  server.onMessage = () => {};
  await startWorker();
  await waitUntil("all digests have left", async () => (await countQueued()) === 0);
  await waitUntil("and arrived", () => server.received.length >= 8);
  await worker?.stop();
  const readers = [owner, manager, localManager, ...others].map(({ email }) => email);
  expect(server.received.map(({ to }) => to).sort()).toEqual(readers.sort());

  const log = await readFile(path.join(folder, "worker.log"), "utf8");
  expect(log).toContain("worker.started");
  expect(log).not.toMatch(/@example\.test|Confidential|The manager/);
});
