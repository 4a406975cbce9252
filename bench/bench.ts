import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CommandError, runCommand } from "../scripts/lib/command-line";
import { requireUnusedCluster } from "../scripts/lib/embedded-postgres";
import { stopOnSignal } from "../scripts/lib/lifecycle";
import { buildForProduction } from "../scripts/lib/production-build";
import { TEST_PASSWORD } from "../tests/factories/organization";
import { MANAGER_EMAIL } from "./data/cast";
import { databaseName, prepareBase, prepareSize } from "./data/size-database";
import type { BenchContext, SizeContext } from "./lib/bench-context";
import { BenchDatabase, requireDiskSpace } from "./lib/bench-database";
import { BenchServer } from "./lib/bench-server";
import { LoadClient } from "./lib/helper-process";
import { describeMachine } from "./lib/machine";
import { type BenchOptions, nameSize, readOptions } from "./lib/options";
import { signIn } from "./lib/sign-in";
import { printTargets, type Report, writeReport } from "./report/write-report";
import { runParts } from "./run-parts";

runCommand(async () => {
  const options = readOptions();
  if (process.platform !== "linux") throw new CommandError("The bench reads /proc and runs on Linux only.");
  const stops: (() => Promise<void>)[] = [];
  const building = new AbortController();
  const stop = async () => {
    building.abort();
    for (let next = stops.pop(); next; next = stops.pop()) await next();
  };
  stopOnSignal(
    async () => {
      console.log("\nStopping …");
      await stop();
      console.log("Stopped.");
    },
    { exitCode: 130 },
  );
  try {
    await bench(options, stops, building.signal);
  } catch (error) {
    // Somebody asked to stop; what was under way fails, and that is no news.
    if (building.signal.aborted) return;
    throw error;
  } finally {
    if (!building.signal.aborted) await stop();
  }
});

async function bench(
  options: BenchOptions,
  stops: (() => Promise<void>)[],
  signal: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  const tell = (line: string) => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    console.log(
      `[${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, "0")}] ${line}`,
    );
  };
  const { folder } = options;
  await requireUnusedCluster(path.join(folder, "postgres"));
  if (!options.keep) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (!options.keep) stops.push(async () => rmSync(folder, { recursive: true, force: true }));

  tell("production build");
  const { folder: distDir, wasFresh } = await buildForProduction({ signal });
  tell(wasFresh ? "production build: up to date" : "production build: done");
  const database = new BenchDatabase(folder);
  stops.push(() => database.stop());
  const authSecret = readOrCreateSecret(folder);
  await database.start("loading");
  const { cast, wasKept } = await prepareBase(database, folder, authSecret);
  const missing = wasKept ? await listMissing(database, options.sizes) : options.sizes;
  await requireDiskSpace(
    folder,
    missing.reduce((sum, answers) => sum + answers, 0),
  );
  const loading: Report["loading"] = [];
  for (const answers of options.sizes) {
    tell(`filling a database with ${nameSize(answers)} answers`);
    const progress = (line: string) => tell(`  ${line}`);
    const times = await prepareSize(database, answers, { cast, wasKept }, progress);
    const bytes = await database.asSuperuser(databaseName(answers), async (client) =>
      Number((await client.query("select pg_database_size(current_database()) as bytes")).rows[0].bytes),
    );
    loading.push({ answers, loading: times, bytes });
    signal.throwIfAborted();
  }
  await database.start("production");
  const client = await LoadClient.start();
  stops.push(() => client.stop());
  const context: BenchContext = { options, database, client, cast, authSecret, folder, tell };
  const report: Report = {
    machine: await describeMachine(database.superuserUrl()),
    options,
    loading,
    parts: {},
  };
  report.parts = await runParts(options, async (answers, run) => {
    signal.throwIfAborted();
    const name = databaseName(answers);
    const server = new BenchServer({ folder, authSecret, distDir, urls: database.urls(name) });
    const stopServer = () => server.stop();
    stops.push(stopServer);
    await server.start();
    const cookie = await signIn(server.port, { email: MANAGER_EMAIL, password: TEST_PASSWORD });
    const size: SizeContext = { ...context, answers, databaseName: name, server, cookie };
    const result = await run(size);
    await server.stop();
    stops.splice(stops.indexOf(stopServer), 1);
    return result;
  });
  const files = writeReport(report);
  tell("done");
  printTargets(report);
  console.log(`\nResults: ${files.join(", ")}`);
}

async function listMissing(database: BenchDatabase, sizes: number[]): Promise<number[]> {
  const present = await database.listDatabases();
  return sizes.filter((answers) => !present.includes(databaseName(answers)));
}

function readOrCreateSecret(folder: string): string {
  const file = path.join(folder, "auth-secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(36).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}
