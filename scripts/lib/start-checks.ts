import pg from "pg";
import { findRoleProblem, listPendingMigrations, type RunQuery } from "../../src/server/database-state";
import { CommandError } from "./command-line";

/** Refuses to go on, with one clear line, on a database or a role the product must not run with. */
export async function requireUsableDatabase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    throw new CommandError(`DATABASE_URL: cannot connect to the database (${message || code}).`);
  }
  const query: RunQuery = async (sql) => (await client.query(sql)).rows;
  try {
    const problem = await findRoleProblem(query);
    if (problem)
      throw new CommandError(`DATABASE_URL: ${problem}. Use the application's own role (.env.example).`);
    const pending = await listPendingMigrations(query);
    if (pending.length > 0) {
      throw new CommandError(`The database lacks the migrations ${pending.join(", ")}. Run: npm run migrate`);
    }
  } finally {
    await client.end();
  }
}
