import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../scripts/lib/embedded-postgres";
import { migrateDatabase } from "../scripts/lib/migrate-database";
import { createOwnedDatabase } from "../scripts/lib/owned-database";

/** What a test file needs to know to make itself a database. */
export type TestServer = { port: number; superuserUrl: string; template: string };

declare module "vitest" {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

const template = "lastmetre_template";

/** One PostgreSQL per test run, with a migrated database that each test file copies. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(path.join(tmpdir(), "lastmetre-test-"));
  const server = await startEmbeddedPostgres({
    folder,
    maxConnections: 400,
    durable: false,
    resetHint: "Run the tests again.",
  });
  const superuser = new pg.Client({ connectionString: server.superuserUrl() });
  await superuser.connect();
  const urls = await createOwnedDatabase(superuser, { port: server.port, database: template });
  await migrateDatabase(urls);
  await superuser.end();
  project.provide("testServer", { port: server.port, superuserUrl: server.superuserUrl(), template });

  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
