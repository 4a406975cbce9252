import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { MigrationDirectory, MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

/**
 * Prisma's own schema engine, compiled to WebAssembly: it reads and writes the ordinary `_prisma_migrations` table
 * with the ordinary checksums, so `prisma migrate deploy` stays usable. The native engine is a download at run time,
 * which a closed network does not have (docs/decisions: migrations offline).
 */

export const schemaPath = "prisma/schema.prisma";
export const migrationsFolder = "prisma/migrations";

const noFilter = { externalTables: [], externalEnums: [] };
const emptyDatamodel = 'datasource db {\n  provider = "postgresql"\n}\n';

type EngineModule = typeof import("@prisma/schema-engine-wasm") & { __wbg_set_wasm(exports: unknown): void };
let engineModule: Promise<EngineModule> | undefined;

/** Node cannot import a `.wasm` file, so the glue and the binary are put together by hand, once per process. */
function loadEngineModule(): Promise<EngineModule> {
  engineModule ??= (async () => {
    const gluePath = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const glue = await import(pathToFileURL(gluePath).href);
    const binary = await readFile(path.join(path.dirname(gluePath), "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(binary, { "./schema_engine_bg.js": glue });
    glue.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return glue;
  })();
  return engineModule;
}

/**
 * `PrismaPg` splits a script at every `;`, which breaks function bodies between `$$`. PostgreSQL itself takes a whole
 * script as one simple query (and runs it as one transaction), so that is what a migration is given here.
 */
class ScriptedPrismaPg extends PrismaPg {
  override async connect() {
    const connection = await super.connect();
    connection.executeScript = async (script: string) => {
      await connection.underlyingDriver().query(script);
    };
    return connection;
  }
}

async function withEngine<T>(
  databaseUrl: string,
  datamodel: string,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await loadEngineModule();
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, application_name: "lastmetre migrate" });
  pool.on("error", () => {});
  // The engine keeps the real error of the database behind a number; the registry gives it back.
  const factory = bindMigrationAwareSqlAdapterFactory(new ScriptedPrismaPg(pool));
  const engine = await SchemaEngine.new({ datamodels: [[schemaPath, datamodel]] }, () => {}, factory);
  try {
    return await use(engine);
  } catch (error) {
    throw describeEngineError(error, (id) => factory.errorRegistry.consumeError(id)?.error);
  } finally {
    engine.free();
    // The engine never closes its connection, and with it goes the lock that keeps other migrations waiting.
    await pool.end();
  }
}

function describeEngineError(error: unknown, findOriginal: (id: number) => unknown): Error {
  for (let id = 0; id < 50; id += 1) {
    const original = findOriginal(id);
    if (original instanceof Error) return new Error(describeDatabaseError(original), { cause: original });
  }
  return error instanceof Error ? error : new Error(String(error));
}

function describeDatabaseError(error: Error): string {
  const { detail, where } = error as { detail?: string; where?: string };
  return [error.message, detail, where].filter(Boolean).join(" · ");
}

async function readMigrationList(): Promise<MigrationList> {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories: MigrationDirectory[] = await Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: await readFile(path.join(migrationsFolder, name, "migration.sql"), "utf8"),
        },
      },
    })),
  );
  return {
    baseDir: path.resolve(migrationsFolder),
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

/** Applies every migration the database has not seen and returns their names; none when it is up to date. */
export async function applyMigrations(ownerUrl: string): Promise<string[]> {
  const migrationsList = await readMigrationList();
  return withEngine(ownerUrl, emptyDatamodel, async (engine) => {
    const history = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: noFilter,
    });
    const [edited] = history.editedMigrationNames;
    if (edited) {
      throw new Error(
        `Migration ${edited} was changed after it had been applied; write a new migration instead.`,
      );
    }
    const [failed] = history.failedMigrationNames;
    if (failed) {
      throw new Error(`Migration ${failed} failed half-way earlier; repair the database before going on.`);
    }
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter });
    return appliedMigrationNames;
  });
}

/**
 * Comparing two datamodels asks no database anything, yet the engine greets one first: is the schema there, which
 * version are you? This answers for the oldest PostgreSQL we support, so that no server is needed.
 */
const absentDatabase = {
  provider: "postgres",
  adapterName: "@prisma/adapter-pg",
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  queryRaw: async () => ({
    columnNames: ["exists", "version", "numeric_version"],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, "PostgreSQL 15.0", 150000]],
  }),
  executeRaw: async () => 0,
  executeScript: async () => {},
  startTransaction: () => Promise.reject(new Error("There is no database to open a transaction in.")),
  dispose: async () => {},
} satisfies SqlDriverAdapter;

const absentDatabaseFactory: SqlMigrationAwareDriverAdapterFactory = {
  provider: "postgres",
  adapterName: "@prisma/adapter-pg",
  connect: async () => absentDatabase,
  connectToShadowDb: async () => absentDatabase,
};

/** The SQL that leads from one datamodel to another; `from` undefined means an empty database. */
export async function diffDatamodels(from: string | undefined, to: string): Promise<string> {
  const { SchemaEngine } = await loadEngineModule();
  // A comparison of two datamodels asks no database anything, but the engine wants a connection all the same.
  const factory = bindMigrationAwareSqlAdapterFactory(absentDatabaseFactory);
  const engine = await SchemaEngine.new({ datamodels: [[schemaPath, to]] }, () => {}, factory);
  try {
    const result = await engine.diff({
      from: from
        ? { tag: "schemaDatamodel", files: [{ path: schemaPath, content: from }] }
        : { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path: schemaPath, content: to }] },
      script: true,
      exitCode: null,
      filters: noFilter,
    });
    // `public` exists in every database, and creating a schema asks for a right the owner of the tables need not have.
    return (result.stdout ?? "").replace('-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n', "");
  } finally {
    engine.free();
  }
}
