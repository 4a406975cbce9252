import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { CommandError } from "./command-line";
import { initialiseCluster, requireCompleteCluster, serverEnvironment } from "./embedded-postgres-cluster";
import { asServerUser, findServerBinaries, type ServerUser, serverUser } from "./embedded-postgres-user";
import { findFreePort } from "./ports";
import { isRunning, stopProcess } from "./processes";

/**
 * A real PostgreSQL from npm packages, for the demo, development and the tests. The `embedded-postgres` package's own
 * wrapper is not used, only its binaries: the wrapper takes over the signals of the process, and leaves the server
 * behind when its parent is killed.
 */
export type EmbeddedPostgres = {
  port: number;
  /** The superuser's address of a database of this server. */
  superuserUrl(database?: string): string;
  /** Fast shutdown; also ends the connections that are still open. */
  stop(): Promise<void>;
  /** Called once when the server ends although nobody asked it to. */
  onUnexpectedExit(callback: () => void): void;
};

export type EmbeddedPostgresOptions = {
  /** Holds the cluster (`cluster/`), the superuser's password and the server's log. */
  folder: string;
  /** Default: any free port. */
  port?: number;
  maxConnections?: number;
  /** Tests do not need their data to survive a power cut; without it commits are several times faster. */
  durable?: boolean;
  /** Further settings of postgresql.conf. */
  settings?: Record<string, string>;
  /** What a person can do about a broken cluster, e.g. "Run `npm run demo -- --reset`". */
  resetHint: string;
};

const supervisorLock = 7_283_001;

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = path.resolve(options.folder);
  const cluster = path.join(folder, "cluster");
  await createFolder(folder);
  const user = await serverUser();
  const binaries = await findServerBinaries();
  const password = await readOrCreatePassword(path.join(folder, "password"));
  const port = options.port ?? (await findFreePort());
  const superuserUrl = (database = "postgres") =>
    `postgresql://postgres:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

  if (!existsSync(cluster)) await initialiseCluster({ cluster, password, user, initdb: binaries.initdb });
  requireCompleteCluster(cluster, options.resetHint);
  await stopForgottenServer(cluster, password);

  const logPath = path.join(folder, "postgres.log");
  const server = spawnServer({ cluster, port, user, postgres: binaries.postgres, logPath, options });
  const watchdog = watchOver(server);
  let stopping = false;
  const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  void exited.then(() => watchdog?.kill("SIGKILL"));
  const supervisor = await connectWhenReady(superuserUrl(), server, () =>
    explainFailedStart(logPath, { port, cluster, resetHint: options.resetHint }),
  );
  // Held as long as this process lives: the next start can tell a forgotten server from one in use.
  await supervisor.query("select pg_advisory_lock($1)", [supervisorLock]);
  supervisor.on("error", () => {});

  return {
    port,
    superuserUrl,
    async stop() {
      stopping = true;
      await supervisor.end().catch(() => {});
      await stopProcess(server, { signals: ["SIGINT", "SIGQUIT", "SIGKILL"], patienceMs: 10_000 });
    },
    onUnexpectedExit(callback) {
      void exited.then(() => {
        if (!stopping) callback();
      });
    },
  };
}

/** Fails with one clear line when a running process uses the cluster in `folder`; stops a server nobody watches. */
export async function requireUnusedCluster(folder: string): Promise<void> {
  const cluster = path.resolve(folder, "cluster");
  if (!existsSync(cluster)) return;
  await stopForgottenServer(cluster, await readFile(path.join(folder, "password"), "utf8").catch(() => ""));
}

async function createFolder(folder: string) {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, ".writable"), "");
    await rm(path.join(folder, ".writable"));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(
      `Cannot write to the folder ${folder} (${code}); make it writable and start again.`,
    );
  }
}

async function readOrCreatePassword(file: string): Promise<string> {
  const existing = await readFile(file, "utf8").catch(() => "");
  if (existing) return existing;
  const password = randomBytes(18).toString("base64url");
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

/** A parent that was killed can leave its server behind, or only the server's pid file. Neither may stop a new start. */
async function stopForgottenServer(cluster: string, password: string) {
  const pidFile = path.join(cluster, "postmaster.pid");
  const lines = (await readFile(pidFile, "utf8").catch(() => "")).split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!pid) return;
  if (!(await isRunning(pid, cluster))) {
    await rm(pidFile, { force: true });
    return;
  }
  if (await isSupervised(Number.parseInt(lines[3] ?? "", 10), password)) {
    throw new CommandError(
      `The database in ${cluster} is already in use by a running process; stop that one first.`,
    );
  }
  await stopProcess(pid, { signals: ["SIGINT", "SIGQUIT", "SIGKILL"], patienceMs: 10_000 });
  await rm(pidFile, { force: true });
}

async function isSupervised(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    connectionTimeoutMillis: 3_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("select pg_try_advisory_lock($1) as free", [supervisorLock]);
    return rows[0].free === false;
  } catch {
    return false; // It does not answer, so nobody can be using it.
  } finally {
    await client.end().catch(() => {});
  }
}

function spawnServer(server: {
  cluster: string;
  port: number;
  user: ServerUser;
  postgres: string;
  logPath: string;
  options: EmbeddedPostgresOptions;
}): ChildProcess {
  const settings = {
    listen_addresses: "127.0.0.1",
    // Without a socket file there is no path that could be too long, and none that is left behind.
    unix_socket_directories: "",
    max_connections: String(server.options.maxConnections ?? 100),
    timezone: "UTC",
    log_timezone: "UTC",
    ...(server.options.durable === false
      ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" }
      : {}),
    ...server.options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { command, args, identity } = asServerUser(server.user, server.cluster, server.postgres, [
    "-D",
    server.cluster,
    "-p",
    String(server.port),
    ...flags,
  ]);
  const log = openSync(server.logPath, "w");
  try {
    // A group of its own: Ctrl-C reaches the whole terminal, and the database has to outlive what uses it.
    return spawn(command, args, {
      ...identity,
      env: serverEnvironment(),
      detached: true,
      stdio: ["ignore", log, log],
    });
  } finally {
    closeSync(log);
  }
}

async function connectWhenReady(
  url: string,
  server: ChildProcess,
  explain: () => Promise<string>,
): Promise<pg.Client> {
  let ended = false;
  server.once("exit", () => {
    ended = true;
  });
  server.once("error", () => {
    ended = true;
  });
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    if (ended) throw new CommandError(await explain());
    // The time limit is for a port on which another program listens that never greets.
    const client = new pg.Client({
      connectionString: url,
      application_name: "lastmetre supervisor",
      connectionTimeoutMillis: 2_000,
    });
    client.on("error", () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      const { code } = error as { code?: string };
      if (code === "28P01" || code === "28000") {
        await stopProcess(server, { signals: ["SIGINT", "SIGKILL"], patienceMs: 5_000 });
        throw new CommandError(
          `The database's password file does not fit its data folder. ${await explain()}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  await stopProcess(server, { signals: ["SIGINT", "SIGKILL"], patienceMs: 5_000 });
  throw new CommandError("PostgreSQL did not become ready within 60 seconds.");
}

async function explainFailedStart(
  logPath: string,
  server: { port: number; cluster: string; resetHint: string },
): Promise<string> {
  const log = await readFile(logPath, "utf8").catch(() => "");
  if (/Address already in use/i.test(log)) {
    return `Port ${server.port} is taken by another program, so PostgreSQL cannot start.`;
  }
  const reason = /(?:FATAL|PANIC|ERROR): +(.+)/.exec(log)?.[1] ?? log.trim().split("\n").at(-1);
  return `PostgreSQL could not start from ${server.cluster}: ${reason || "no reason given"}. ${server.resetHint}`;
}

/** Stops the server when this process disappears without a chance to do so (kill -9). Its pipe closes in any case. */
function watchOver(server: ChildProcess): ChildProcess | undefined {
  if (process.platform === "win32" || !server.pid) return undefined;
  const watchdog = spawn("sh", ["-c", 'read -r _; kill -INT "$0" 2>/dev/null', String(server.pid)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watchdog.on("error", () => {});
  watchdog.unref();
  return watchdog;
}
