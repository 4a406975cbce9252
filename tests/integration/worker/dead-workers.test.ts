import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";
import { type LifeSign, startLifeSign } from "@/worker/dead-workers";
import { type RunningWorker, runWorker } from "@/worker/run-worker";
import { serverCodeFlags } from "../../../scripts/lib/child";
import { querySql, setUpTestDatabase } from "../../database";

const database = setUpTestDatabase();
const started: { children: ChildProcess[]; workers: RunningWorker[]; lifeSigns: LifeSign[] } = {
  children: [],
  workers: [],
  lifeSigns: [],
};

afterEach(async () => {
  for (const child of started.children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  for (const worker of started.workers.splice(0)) await worker.stop();
  for (const lifeSign of started.lifeSigns.splice(0)) await lifeSign.stop();
  await querySql(database.superuserUrl, "delete from graphile_worker._private_jobs");
});

async function startStuckWorker(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", ...serverCodeFlags, "tests/integration/worker/stuck-worker.ts"],
    { env: { ...process.env, WORKER_CONCURRENCY: "1" }, stdio: ["ignore", "inherit", "inherit", "ipc"] },
  );
  started.children.push(child);
  await once(child, "message");
  return child;
}

async function addJobAndWaitUntilLocked(jobKey: string): Promise<string> {
  await querySql(database.appUrl, "select graphile_worker.add_job('stuck', '{}', job_key => $1)", [jobKey]);
  let lockedBy: string | null = null;
  await expect
    .poll(
      async () => {
        lockedBy = await findHolder(jobKey);
        return lockedBy;
      },
      { timeout: 10_000 },
    )
    .not.toBeNull();
  return String(lockedBy);
}

async function findHolder(jobKey: string): Promise<string | null> {
  const [job] = await querySql<{ locked_by: string | null }>(
    database.appUrl,
    "select locked_by from graphile_worker.jobs where key = $1",
    [jobKey],
  );
  return job?.locked_by ?? null;
}

it("frees the jobs of a killed worker after two looks, and leaves those of living ones alone", async () => {
  const lifeSign = await startLifeSign(database.appUrl);
  started.lifeSigns.push(lifeSign);
  const killed = await startStuckWorker();
  const killedId = await addJobAndWaitUntilLocked("of-the-killed");
  await startStuckWorker();
  const livingId = await addJobAndWaitUntilLocked("of-the-living");
  expect(livingId).not.toBe(killedId);

  killed.kill("SIGKILL");
  await once(killed, "exit");
  // PostgreSQL notices a client's end a moment after the process is gone.
  await expect.poll(() => countLifeSigns(killedId), { timeout: 10_000 }).toBe(0);

  expect(await lifeSign.freeJobsOfDeadWorkers()).toEqual([]);
  expect(await findHolder("of-the-killed")).toBe(killedId);
  expect(await lifeSign.freeJobsOfDeadWorkers()).toEqual([killedId]);
  expect(await findHolder("of-the-living")).toBe(livingId);
});

it("lets a new worker do what a killed one had begun, within seconds", async () => {
  const killed = await startStuckWorker();
  await addJobAndWaitUntilLocked("begun");
  killed.kill("SIGKILL");
  await once(killed, "exit");

  const attempts: number[] = [];
  started.workers.push(
    await runWorker({ stuck: async (_payload, helpers) => void attempts.push(helpers.job.attempts) }),
  );
  await expect.poll(() => attempts, { timeout: 15_000 }).toContain(2);
  expect(await findHolder("begun")).toBeNull();
});

it("comes back to life when its own connection breaks", async () => {
  const worker = await startStuckWorker();
  const id = await addJobAndWaitUntilLocked("during-a-break");
  const lifeSign = await startLifeSign(database.appUrl);
  started.lifeSigns.push(lifeSign);

  await querySql(
    database.superuserUrl,
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid::bigint = hashtext($1)::bigint & 4294967295`,
    [id],
  );
  await expect.poll(() => countLifeSigns(id), { timeout: 10_000 }).toBe(1);
  await lifeSign.freeJobsOfDeadWorkers();
  expect(await lifeSign.freeJobsOfDeadWorkers()).not.toContain(id);
  expect(await findHolder("during-a-break")).toBe(id);
  expect(worker.exitCode).toBeNull();
});

async function countLifeSigns(id: string): Promise<number | undefined> {
  const [row] = await querySql<{ held: number }>(
    database.superuserUrl,
    `select count(*)::int as held from pg_locks
     where locktype = 'advisory' and granted and objid::bigint = hashtext($1)::bigint & 4294967295`,
    [id],
  );
  return row?.held;
}

it("finishes the jobs in flight when it is asked to stop", async () => {
  let finished = 0;
  let begun = 0;
  const worker = await runWorker({
    slow: async () => {
      begun += 1;
      await new Promise((resolve) => setTimeout(resolve, 500));
      finished += 1;
    },
  });
  await querySql(database.appUrl, "select graphile_worker.add_job('slow', '{}')");
  await expect.poll(() => begun, { timeout: 10_000 }).toBe(1);
  await worker.stop();
  expect(finished).toBe(1);
  expect(
    await querySql(
      database.appUrl,
      "select task_identifier from graphile_worker.jobs where task_identifier = 'slow'",
    ),
  ).toEqual([]);
});
