import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { CommandError } from "./command-line";
import { applyMigrations } from "./schema-engine";

/** Holds the rights on the tables and owns the job queue; login roles get them by being a member. */
const groupRole = "lastmetre_app";
const migrationLock = 7_283_002;

/**
 * Brings a database to the current version: roles and grants, the migrations in prisma/migrations, the job queue's own.
 * Safe to run again and by several processes at once. Returns the names of the migrations it applied.
 */
export async function migrateDatabase(urls: { ownerUrl: string; databaseUrl: string }): Promise<string[]> {
  requireSameDatabase(urls);
  const owner = await connect(urls.ownerUrl, "DATABASE_OWNER_URL");
  try {
    await owner.query("select pg_advisory_lock($1)", [migrationLock]);
    await requireSupportedVersion(owner);
    await prepareRoles(owner, urls.databaseUrl);
    await requireApplicationLogin(urls.databaseUrl);
    const applied = await applyMigrations(urls.ownerUrl);
    await protectMigrationHistory(owner);
    await migrateQueue(owner, urls.databaseUrl);
    return applied;
  } finally {
    await owner.end();
  }
}

function requireSameDatabase({ ownerUrl, databaseUrl }: { ownerUrl: string; databaseUrl: string }) {
  const owner = new URL(ownerUrl);
  const application = new URL(databaseUrl);
  if (owner.pathname !== application.pathname) {
    throw new CommandError("DATABASE_URL and DATABASE_OWNER_URL must name the same database.");
  }
  if (owner.username === application.username) {
    throw new CommandError(
      "DATABASE_URL and DATABASE_OWNER_URL must name different roles: the application may not own its tables.",
    );
  }
}

async function connect(connectionString: string, variable: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    application_name: "lastmetre migrate",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new CommandError(`Cannot connect to the database of ${variable}: ${message || code}`);
  }
}

async function requireSupportedVersion(owner: pg.Client) {
  const { rows } = await owner.query("select current_setting('server_version_num')::int as version");
  if (rows[0].version < 150_000) {
    throw new CommandError("PostgreSQL 15 or newer is needed.");
  }
}

/** Roles belong to the whole server, so another database's migration may create the same ones at the same moment. */
async function prepareRoles(owner: pg.Client, databaseUrl: string) {
  const application = new URL(databaseUrl);
  const login = decodeURIComponent(application.username);
  const password = decodeURIComponent(application.password);
  const quotedLogin = owner.escapeIdentifier(login);
  await createRole(owner, groupRole, "NOLOGIN");
  await createRole(owner, login, `LOGIN PASSWORD ${owner.escapeLiteral(password)}`);
  await untilUnshared(async () => {
    const { rows } = await owner.query("select pg_has_role($1, $2, 'USAGE') as member", [login, groupRole]);
    if (!rows[0].member) await owner.query(`GRANT ${groupRole} TO ${quotedLogin}`);
  });
  await owner.query(`
    GRANT USAGE ON SCHEMA public TO ${groupRole};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${groupRole};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${groupRole};
  `);
}

async function createRole(owner: pg.Client, name: string, attributes: string) {
  await untilUnshared(async () => {
    const { rowCount } = await owner.query("select from pg_roles where rolname = $1", [name]);
    if (rowCount) return;
    try {
      await owner.query(`CREATE ROLE ${owner.escapeIdentifier(name)} ${attributes}`);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === "42501") {
        throw new CommandError(
          `The role ${name} does not exist and the owner may not create it. As an administrator: CREATE ROLE ${name} ${attributes.split(" ")[0]};`,
        );
      }
      throw error;
    }
  });
}

/** Repeats what failed only because another session changed the same role at the same time. */
async function untilUnshared(change: () => Promise<void>) {
  const clashes = new Set(["42710", "23505", "XX000", "40001"]);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await change();
    } catch (error) {
      if (attempt === 10 || !clashes.has((error as { code?: string }).code ?? "")) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}

async function requireApplicationLogin(databaseUrl: string) {
  const client = await connect(databaseUrl, "DATABASE_URL");
  await client.end();
}

/** The application reads which migrations were applied (it refuses to start on an older database), and no more. */
async function protectMigrationHistory(owner: pg.Client) {
  await owner.query(`
    REVOKE ALL ON _prisma_migrations FROM ${groupRole};
    GRANT SELECT ON _prisma_migrations TO ${groupRole};
  `);
}

/**
 * The queue's tables let nobody but their owner in, and a job is added in the transaction of the fact that causes it:
 * so the group role owns the queue, and every login of the application acts as its owner.
 */
async function migrateQueue(owner: pg.Client, databaseUrl: string) {
  const database = owner.escapeIdentifier(owner.database ?? "");
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, application_name: "lastmetre migrate" });
  pool.on("error", () => {});
  // Queries of one connection run in order, so this one comes before whatever the pool's user sends.
  pool.on("connect", (client) => {
    client.on("error", () => {});
    void client.query(`SET ROLE ${groupRole}`);
  });
  await untilUnshared(async () => {
    await owner.query(`GRANT CREATE ON DATABASE ${database} TO ${groupRole}`);
  });
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) });
  } finally {
    await pool.end();
    await owner.query(`REVOKE CREATE ON DATABASE ${database} FROM ${groupRole}`);
  }
}
