import "server-only";
import pg from "pg";
import { getEnv } from "@/server/env";
import type { Scope } from "@/server/scope";

let pool: { url: string; pg: pg.Pool } | undefined;

function openPool(): pg.Pool {
  const url = getEnv().DATABASE_URL;
  if (pool?.url !== url) {
    pool = {
      url,
      pg: new pg.Pool({
        connectionString: url,
        max: getEnv().WORKER_CONCURRENCY,
        application_name: "lastmetre timed commit",
        idleTimeoutMillis: 30_000,
        allowExitOnIdle: true,
      }),
    };
    pool.pg.on("error", () => {}); // An idle connection broke; the next query gets a new one.
  }
  return pool.pg;
}

/** Closes the connections; the worker ends or a test moves to another database. */
export async function closeTimedCommits(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await closing?.pg.end();
}

/**
 * A transaction whose COMMIT is written to the database in the same tick as `atCommit` is called, for an act outside the
 * database that must happen exactly when the transaction does. Prisma's transactions do not say when they commit, so this
 * is a plain connection: still as the application's role, still seeing the scope's organization only.
 * When `run` gives false everything is rolled back and `atCommit` is not called. Resolves to what `run` gave; throws when
 * COMMIT itself fails, after `atCommit`.
 */
export async function withTimedCommit(
  scope: Scope,
  run: (client: pg.ClientBase) => Promise<boolean>,
  atCommit: () => void,
): Promise<boolean> {
  const client = await openPool().connect();
  let broken = true;
  try {
    await client.query("begin");
    await client.query("select set_config('app.organization_id', $1, true)", [scope.organizationId]);
    if (!(await run(client))) {
      await client.query("rollback");
      broken = false;
      return false;
    }
    // Not awaited before `atCommit`: the query is on its way to the server when `query` returns.
    const committed = client.query("commit");
    atCommit();
    await committed;
    broken = false;
    return true;
  } finally {
    // A connection whose transaction may still be open is closed, which rolls it back.
    client.release(broken);
  }
}
