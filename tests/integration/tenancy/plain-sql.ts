import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import type { TestDatabase } from "../../database";

/** Tables that belong to no organization; a new table is a tenant table unless it is written here. */
const NOT_OF_A_TENANT = ["_prisma_migrations", "password_resets", "rate_limits", "user_sessions", "users"];
/** Of these the application sees a person's own rows only, or those it was given for signing in. */
export const OF_A_PERSON = ["password_resets", "user_sessions", "users"];

/** The column that says whose a row is. */
export const ownerColumn = (table: string) => (table === "organizations" ? "id" : "organization_id");

/** Connections for plain SQL, past every rule and as the application, and the tables there are. Filled before the first test. */
export function connectForSql(database: TestDatabase) {
  const ground = {} as {
    superuser: pg.Client;
    app: pg.Client;
    everyTable: string[];
    tenantTables: string[];
  };
  beforeAll(async () => {
    ground.superuser = new pg.Client({ connectionString: database.superuserUrl });
    ground.app = new pg.Client({ connectionString: database.appUrl });
    await ground.superuser.connect();
    await ground.app.connect();
    ground.everyTable = await listed(
      `select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    ground.tenantTables = ground.everyTable.filter((table) => !NOT_OF_A_TENANT.includes(table));
  });
  afterAll(async () => {
    await ground.app.end();
    await ground.superuser.end();
  });

  /** The column "name" of a query past every rule. */
  async function listed(sql: string, values: unknown[] = []): Promise<string[]> {
    const { rows } = await ground.superuser.query<{ name: string }>(sql, values);
    return rows.map((row) => row.name);
  }

  /** Runs as the application in a transaction with these settings, and takes everything back. */
  async function asApp<T>(settings: Record<string, string>, run: () => Promise<T>): Promise<T> {
    await ground.app.query("begin");
    try {
      for (const [name, value] of Object.entries(settings)) {
        await ground.app.query("select set_config($1, $2, true)", [name, value]);
      }
      return await run();
    } finally {
      await ground.app.query("rollback");
    }
  }

  /** What the application gets for a statement: "ok" or the SQLSTATE, which leaves the transaction usable. */
  async function attempt(sql: string, values: unknown[] = []): Promise<{ code: string; rows: number }> {
    await ground.app.query("savepoint attempt");
    try {
      const result = await ground.app.query(sql, values);
      return { code: "ok", rows: result.rowCount ?? 0 };
    } catch (error) {
      await ground.app.query("rollback to savepoint attempt");
      return { code: (error as { code: string }).code, rows: 0 };
    }
  }

  return { ground, listed, asApp, attempt };
}

export async function count(
  client: pg.Client,
  table: string,
  condition = "true",
  values: unknown[] = [],
): Promise<number> {
  const { rows } = await client.query(
    `select count(*)::int as count from ${table} where ${condition}`,
    values,
  );
  return rows[0].count;
}
