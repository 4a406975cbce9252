import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { DEMO_API_KEY, keepDemoApiKey } from "./demo-organization/api-key";
import { CommandError, parseCommandLine, runCommand } from "./lib/command-line";
import { requireUnusedCluster } from "./lib/embedded-postgres";
import { stopOnSignal } from "./lib/lifecycle";
import type { DatabaseUrls } from "./lib/owned-database";
import { readPort, requireFreePort } from "./lib/ports";
import { buildForProduction } from "./lib/production-build";
import { Progress } from "./lib/progress";
import { StackBuilder, stackEnvironment } from "./lib/stack";

const help = `Usage: npm run demo [-- --reset]

Starts the whole product with a demo organization on this machine: an embedded PostgreSQL, the production build, web
server and worker, and a mail server whose inbox shows what the product sends. The first start fills the database and
builds; later ones reuse both. Ctrl-C stops everything.

Reads:
  PORT         the product (default 3000)
  MAIL_PORT    the mail server (default 3025)
  INBOX_PORT   the inbox page, JSON at /messages (default 3080)

  --reset   throw the demo's data away and start over
  --help    show this text`;

const folder = path.join(".data", "demo");
const resetHint = "Start over with: npm run demo -- --reset";

runCommand(async () => {
  const { values } = parseCommandLine({ help, options: { reset: { type: "boolean" } } });
  const ports = {
    web: readPort("PORT", 3000),
    mail: readPort("MAIL_PORT", 3025),
    inbox: readPort("INBOX_PORT", 3080),
  };
  const startedAt = performance.now();
  await requireFreePort(ports.web, "PORT");
  await requireFreePort(ports.mail, "MAIL_PORT");
  await requireFreePort(ports.inbox, "INBOX_PORT");
  if (values.reset) await removeData();
  const authSecret = await readOrCreateSecret();

  const stack = new StackBuilder({
    folder,
    databaseName: "lastmetre_demo",
    ports,
    authSecret,
    resetHint,
    keepMail: true,
    // A power cut may cost the last moment of a demo; filling it need not wait for the disk.
    databaseSettings: { synchronous_commit: "off", max_wal_size: "2GB" },
    environment: { DEMO: "true", LOG_LEVEL: "info" },
    onUnexpectedExit: (line) => {
      console.error(line);
      setTimeout(() => process.exit(1), 20_000).unref();
      void stack.stop().finally(() => process.exit(1));
    },
  });
  const building = new AbortController();
  stopOnSignal(async () => {
    console.log("\nStopping …");
    building.abort();
    await stack.stop();
    console.log("Stopped.");
  });
  try {
    await start(stack, ports, authSecret, building.signal);
  } catch (error) {
    // Somebody asked to stop in the middle of the start; that is no failure.
    if (building.signal.aborted) return;
    building.abort();
    await stack.stop();
    throw error;
  }
  printAddresses(ports, (performance.now() - startedAt) / 1000);
});

async function start(
  stack: StackBuilder,
  ports: { web: number; mail: number; inbox: number },
  authSecret: string,
  signal: AbortSignal,
) {
  const progress = new Progress(5);
  const server = await progress.step("Database", () => stack.startDatabase());
  const isSeeded = existsSync(seededMark());
  const { urls, created } = await progress.step("Tables", async (note) => {
    // Without the mark an earlier start was interrupted while it filled the database.
    const prepared = await stack.prepareDatabase(server, { anew: !isSeeded });
    note(prepared.applied.length === 0 ? "up to date" : `${prepared.applied.length} migrations applied`);
    return prepared;
  });
  // Along with the next step, which mostly waits for the database.
  const build = buildForProduction({ signal });
  build.catch(() => {}); // Awaited below.
  await progress.step("Demo organization", async (note) => {
    if (!created) return note("there already");
    await rm(seededMark(), { force: true });
    await seed(urls, ports, authSecret, (line) => progress.detail(line));
    await stack.collectStatistics(server);
    await writeFile(seededMark(), new Date().toISOString());
  });
  await keepDemoApiKey(server.superuserUrl("lastmetre_demo"));
  signal.throwIfAborted();
  await progress.step("Production build", async (note) => {
    if ((await build).wasFresh) note("up to date");
  });
  await progress.step("Web server, worker and inbox", async () => {
    const parts = await stack.startRest(server, urls);
    await Promise.all([parts.startWeb(), parts.startWorker()]);
  });
}

async function seed(
  urls: DatabaseUrls,
  ports: { web: number; mail: number },
  authSecret: string,
  onProgress: (line: string) => void,
) {
  const environment = stackEnvironment({ urls, webPort: ports.web, mailPort: ports.mail, authSecret });
  Object.assign(process.env, environment, { DEMO: "true" });
  const { seedDemo } = await import("./seed-demo");
  await seedDemo({ ...urls, onProgress, withDigest: true });
}

function seededMark() {
  return path.join(folder, "seeded");
}

async function readOrCreateSecret(): Promise<string> {
  const file = path.join(folder, "auth-secret");
  const existing = await readFile(file, "utf8").catch(() => "");
  if (existing) return existing;
  const secret = randomBytes(36).toString("base64url");
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, secret, { mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(`Cannot write to the folder ${path.resolve(folder)} (${code}); make it writable.`);
  }
  return secret;
}

async function removeData() {
  await requireUnusedCluster(path.join(folder, "postgres"));
  await rm(folder, { recursive: true, force: true }).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`Cannot remove the folder ${path.resolve(folder)} (${error.code}).`);
  });
}

function printAddresses(ports: { web: number; mail: number; inbox: number }, seconds: number) {
  console.log(`
Lastmetre is ready after ${seconds.toFixed(1)} s.

  The product   http://localhost:${ports.web}
  The inbox     http://localhost:${ports.inbox}   (mail server on port ${ports.mail}; JSON at /messages)

  Sign in as    owner@demo.test        everything, settings included
                manager@demo.test      dashboards, encounters, surveys
                consultant@demo.test   what is assigned
                employee@demo.test     own results
  Password      demo-password-1

  The API       http://localhost:${ports.web}/api/v1/docs
  Key           ${DEMO_API_KEY}   (reads and writes)

Logs are in ${path.join(folder, "logs")}. Ctrl-C stops everything.`);
}
