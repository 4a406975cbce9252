import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { totalmem } from "node:os";
import path from "node:path";
import pg from "pg";
import { CommandError } from "../../scripts/lib/command-line";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../scripts/lib/embedded-postgres";
import { createOwnedDatabase, type DatabaseUrls, databaseUrls } from "../../scripts/lib/owned-database";
import { findFreePort } from "../../scripts/lib/ports";

/**
 * The settings a server of this size is given in production (bench/README.md says why). Commits wait for the disk, as
 * they have to; everything that is not named is as PostgreSQL has it.
 */
export function productionSettings(): Record<string, string> {
  const memory = Math.floor(totalmem() / 2 ** 20);
  return {
    shared_buffers: `${Math.min(8192, Math.floor(memory / 4))}MB`,
    effective_cache_size: `${Math.floor(memory * 0.6)}MB`,
    work_mem: "32MB",
    maintenance_work_mem: `${Math.min(1024, Math.floor(memory / 16))}MB`,
    max_wal_size: "8GB",
    checkpoint_timeout: "15min",
    random_page_cost: "1.1",
    jit: "off",
  };
}

/** While a database is filled, which can be begun anew: nothing waits for the disk, and indexes are built without a log. */
const loadingSettings = { wal_level: "minimal", max_wal_senders: "0", max_wal_size: "8GB" };

/** The one PostgreSQL of a bench, restarted between filling and measuring, and before what is measured cold. */
export class BenchDatabase {
  private server: EmbeddedPostgres | undefined;
  private port = 0;

  constructor(private readonly folder: string) {}

  get pid(): number {
    const file = path.join(this.folder, "postgres", "cluster", "postmaster.pid");
    return Number.parseInt(readFileSync(file, "utf8"), 10);
  }

  async start(mode: "loading" | "production"): Promise<void> {
    await this.stop();
    this.port ||= await findFreePort();
    this.server = await startEmbeddedPostgres({
      folder: path.join(this.folder, "postgres"),
      port: this.port,
      durable: mode === "production",
      settings: { ...productionSettings(), ...(mode === "loading" ? loadingSettings : {}) },
      resetHint: `Remove the folder ${this.folder}.`,
    });
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    await server?.stop();
  }

  superuserUrl(database?: string): string {
    if (!this.server) throw new Error("the database server does not run");
    return this.server.superuserUrl(database);
  }

  urls(database: string): DatabaseUrls {
    return databaseUrls({ port: this.port, database });
  }

  /** Creates a database, as a copy of `template` if one is named; tells whether it is new. */
  async create(database: string, template?: string): Promise<DatabaseUrls> {
    return this.asSuperuser("postgres", async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`);
      return createOwnedDatabase(client, { port: this.port, database, template });
    });
  }

  async listDatabases(): Promise<string[]> {
    return this.asSuperuser("postgres", async (client) =>
      (await client.query<{ datname: string }>("select datname from pg_database")).rows.map(
        (row) => row.datname,
      ),
    );
  }

  /** Runs `run` on a connection that no row-level security binds. */
  async asSuperuser<T>(database: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: this.superuserUrl(database) });
    client.on("error", () => {});
    await client.connect();
    try {
      return await run(client);
    } finally {
      await client.end();
    }
  }
}

/** Makes the operating system forget the files it has read; false where that is not permitted. */
export function dropFileCache(): boolean {
  try {
    execFileSync("sync");
    writeFileSync("/proc/sys/vm/drop_caches", "3");
    return true;
  } catch {
    return false;
  }
}

const BYTES_PER_ANSWER = 4000;
/** Its log, and the file that is imported. */
const BYTES_BESIDES = 9e9;

/** Fails before anything is loaded when the disk is too small for it. */
export async function requireDiskSpace(folder: string, answers: number): Promise<void> {
  const { bavail, bsize } = await statfs(existsSync(folder) ? folder : ".");
  const needed = answers * BYTES_PER_ANSWER + BYTES_BESIDES;
  if (bavail * bsize >= needed) return;
  const toGigabytes = (bytes: number) => `${Math.round(bytes / 1e9)} GB`;
  throw new CommandError(
    `Databases of this size need about ${toGigabytes(needed)} of disk, and ${toGigabytes(bavail * bsize)} are free.`,
  );
}
