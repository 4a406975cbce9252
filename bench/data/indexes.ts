import type pg from "pg";
import type { BenchDatabase } from "../lib/bench-database";

/** Drops the indexes that no constraint needs and returns how to make them again: one at a time is faster when all rows are in. */
export async function dropIndexes(client: pg.Client, tables: string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
       FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
      WHERE t.relnamespace = 'public'::regnamespace AND t.relname = ANY ($1)
        AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
      ORDER BY name`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

/** Two at a time: building one keeps one processor busy. */
export async function rebuildIndexes(
  database: BenchDatabase,
  name: string,
  definitions: string[],
): Promise<void> {
  const left = [...definitions];
  const work = () =>
    database.asSuperuser(name, async (client) => {
      await client.query("SET max_parallel_maintenance_workers = 0");
      for (let next = left.shift(); next; next = left.shift()) await client.query(next);
    });
  await Promise.all([work(), work()]);
}
