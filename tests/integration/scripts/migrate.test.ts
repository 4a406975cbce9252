import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateDatabase } from "../../../scripts/lib/migrate-database";
import { createTestDatabase, querySql, type TestDatabase } from "../../database";

describe("migrate", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ empty: true });
  });
  afterAll(() => database.drop());
  const migrate = () => migrateDatabase({ ownerUrl: database.ownerUrl, databaseUrl: database.appUrl });

  it("applies every migration once, also when two start at the same moment", async () => {
    const [first, second] = await Promise.all([migrate(), migrate()]);
    expect([...first, ...second]).toContain("0001_foundation");
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
    expect(await migrate()).toEqual([]);
  });

  it("leaves the application a role that owns no table and cannot create any", async () => {
    const [rights] = await querySql(
      database.appUrl,
      `select r.rolsuper, r.rolbypassrls, has_schema_privilege('public', 'CREATE') as creates_tables,
              has_database_privilege(current_database(), 'CREATE') as creates_schemas,
              (select count(*)::int from pg_tables where schemaname = 'public' and tableowner = current_user) as owned
       from pg_roles r where rolname = current_user`,
    );
    expect(rights).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      creates_tables: false,
      creates_schemas: false,
      owned: 0,
    });
  });

  it("lets the application read which migrations were applied, not change them", async () => {
    const rows = await querySql(database.appUrl, "select migration_name from _prisma_migrations");
    expect(rows).toContainEqual({ migration_name: "0001_foundation" });
    await expect(querySql(database.appUrl, "delete from _prisma_migrations")).rejects.toThrow(
      /permission denied/,
    );
  });

  it("lets the application put a job on the queue in its own transaction", async () => {
    const countJobs = () =>
      querySql(database.appUrl, "select count(*)::int as jobs from graphile_worker.jobs");
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    await client.query("begin; select graphile_worker.add_job('example', '{}'); rollback");
    expect(await countJobs()).toEqual([{ jobs: 0 }]);
    await client.query("begin; select graphile_worker.add_job('example', '{}'); commit");
    expect(await countJobs()).toEqual([{ jobs: 1 }]);
    await client.end();
  });

  it("refuses to run with one role for both", async () => {
    const same = { ownerUrl: database.ownerUrl, databaseUrl: database.ownerUrl };
    await expect(migrateDatabase(same)).rejects.toThrow(/different roles/);
  });

  it("says which migration failed and why", async () => {
    await querySql(
      database.ownerUrl,
      "update _prisma_migrations set checksum = 'another' where migration_name = '0001_foundation'",
    );
    await expect(migrate()).rejects.toThrow("0001_foundation was changed after it had been applied");
  });
});
