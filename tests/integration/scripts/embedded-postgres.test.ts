import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../../scripts/lib/embedded-postgres";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lastmetre-postgres-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const options = () => ({ folder, durable: false, resetHint: "Start over with: reset." });

async function ask(server: EmbeddedPostgres, sql: string) {
  const client = new pg.Client({ connectionString: server.superuserUrl() });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

async function serverPid(): Promise<number> {
  return Number((await readFile(path.join(folder, "cluster", "postmaster.pid"), "utf8")).split("\n")[0]);
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readStat(pid));
  } catch {
    return false;
  }
}

function readStat(pid: number): string {
  return existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, "utf8") : "";
}

/** Starts the server from another process, which then waits to be killed. */
async function startElsewhere() {
  const program = `
    import { startEmbeddedPostgres } from "./scripts/lib/embedded-postgres.ts";
    await startEmbeddedPostgres(${JSON.stringify(options())});
    process.send("ready");`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await once(child, "message");
  return child;
}

it("keeps its data from one start to the next and leaves no process", async () => {
  const first = await startEmbeddedPostgres(options());
  await ask(first, "create table kept as select 42 as answer");
  const pid = await serverPid();
  await first.stop();
  expect(lives(pid)).toBe(false);
  const second = await startEmbeddedPostgres(options());
  expect(await ask(second, "select answer from kept")).toEqual([{ answer: 42 }]);
  await second.stop();
});

it("stops by itself when its parent is killed, and starts again", async () => {
  const parent = await startElsewhere();
  const pid = await serverPid();
  parent.kill("SIGKILL");
  await once(parent, "exit");
  await expect.poll(() => lives(pid), { timeout: 10_000 }).toBe(false);
  const next = await startEmbeddedPostgres(options());
  expect(await ask(next, "select answer from kept")).toEqual([{ answer: 42 }]);
  await next.stop();
});

it("starts again at once, whatever the killed parent left", async () => {
  const parent = await startElsewhere();
  parent.kill("SIGKILL");
  const next = await startEmbeddedPostgres(options());
  expect(await ask(next, "select answer from kept")).toEqual([{ answer: 42 }]);
  await next.stop();
});

it("does not mind a pid file that names another program", async () => {
  await writeFile(path.join(folder, "cluster", "postmaster.pid"), `${process.pid}\n/elsewhere\n0\n5432\n`);
  const next = await startEmbeddedPostgres(options());
  expect(await serverPid()).not.toBe(process.pid);
  await next.stop();
});

it("refuses a data folder that a running process uses", async () => {
  const first = await startEmbeddedPostgres(options());
  await expect(startEmbeddedPostgres(options())).rejects.toThrow(/already in use by a running process/);
  expect(await ask(first, "select 1 as one")).toEqual([{ one: 1 }]);
  await first.stop();
});

it("says so when the port is taken", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await expect(startEmbeddedPostgres({ ...options(), port })).rejects.toThrow(
    `Port ${port} is taken by another program`,
  );
  other.close();
});

it("says so when the folder cannot be written to", async () => {
  const file = path.join(folder, "a-file");
  await writeFile(file, "");
  await expect(startEmbeddedPostgres({ ...options(), folder: path.join(file, "below") })).rejects.toThrow(
    /^Cannot write to the folder .*make it writable/,
  );
});

it("names the way out when the data folder is incomplete", async () => {
  await rm(path.join(folder, "cluster", "global", "pg_control"));
  await expect(startEmbeddedPostgres(options())).rejects.toThrow(
    /is incomplete \(global\/pg_control is missing\)\. Start over with: reset\./,
  );
});
