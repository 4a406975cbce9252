import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase } from "@/server/database";
import { createOwnedDatabase } from "../scripts/lib/owned-database";

export type TestDatabase = {
  /** As the application: what `DATABASE_URL` holds in production. */
  appUrl: string;
  /** As the owner of the tables. */
  ownerUrl: string;
  /** Past every rule; for looking at what is really stored. */
  superuserUrl: string;
  drop(): Promise<void>;
};

async function asSuperuser<T>(run: (superuser: pg.Client) => Promise<T>): Promise<T> {
  const superuser = new pg.Client({ connectionString: inject("testServer").superuserUrl });
  await superuser.connect();
  try {
    return await run(superuser);
  } finally {
    await superuser.end();
  }
}

/** A database of its own with all migrations applied; with `empty`, one that was never migrated. */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const { port, template, superuserUrl } = inject("testServer");
  const database = `test_${randomBytes(8).toString("hex")}`;
  const urls = await asSuperuser((superuser) =>
    createOwnedDatabase(superuser, { port, database, template: options.empty ? undefined : template }),
  );
  const superuserAddress = new URL(superuserUrl);
  superuserAddress.pathname = database;
  return {
    appUrl: urls.databaseUrl,
    ownerUrl: urls.ownerUrl,
    superuserUrl: superuserAddress.href,
    drop: async () => {
      await asSuperuser((superuser) => superuser.query(`DROP DATABASE ${database} WITH (FORCE)`));
    },
  };
}

/**
 * Gives the test file a fresh database that `withScope` and everything above it uses (DATABASE_URL points to it). Call
 * once, at the top of the file or of a `describe`; the returned object is filled before the first test.
 */
export function setUpTestDatabase(): TestDatabase {
  const handle = {} as TestDatabase;
  beforeAll(async () => {
    Object.assign(handle, await createTestDatabase());
    process.env.DATABASE_URL = handle.appUrl;
  });
  afterAll(async () => {
    await closeDatabase();
    await handle.drop?.();
  });
  return handle;
}

/** Runs plain SQL on a connection of its own: as the application without a scope, or past every rule. */
export async function querySql<R extends pg.QueryResultRow = pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
