import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import type { TestDatabase } from "../../database";
import { ownerColumn } from "./plain-sql";

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The ids a text mentions. */
export const idsIn = (text: string) => new Set(text.match(UUID) ?? []);

/** A digest of the rows of an organization, by table; its members' accounts and its waiting jobs among them. */
export type Snapshot = Map<string, string>;

/** Gives readers of everything organizations have, past every rule: as digests, and as the ids in it. */
export function setUpSnapshots(database: TestDatabase) {
  let superuser: pg.Client;
  let tables: string[];
  beforeAll(async () => {
    superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    const { rows } = await superuser.query<{ name: string }>(
      `select distinct table_name as name from information_schema.columns
        where table_schema = 'public' and (column_name = 'organization_id' or table_name = 'organizations')`,
    );
    tables = rows.map(
      ({ name }) =>
        `select t.${ownerColumn(name)} as owner, '${name}' as name, t::text as row from ${name} t`,
    );
    const ofMember = (name: string, column: string) =>
      `select m.organization_id, '${name}', t::text from ${name} t join members m on m.user_id = t.${column}`;
    tables.push(
      ofMember("users", "id"),
      ofMember("user_sessions", "user_id"),
      ofMember("password_resets", "user_id"),
      `select coalesce((t.payload ->> 'organizationId')::uuid, m.organization_id), 'jobs', t::text
         from graphile_worker._private_jobs t left join members m on m.user_id::text = t.payload ->> 'userId'`,
    );
  });
  afterAll(() => superuser.end());

  /**
   * What the database calls a snapshot: as long as it is the same, every row is too, and nothing need be read again. Most
   * calls only read, so most second looks cost nothing.
   */
  const readState = async (): Promise<string> => {
    const { rows } = await superuser.query<{ state: string }>("select pg_current_snapshot()::text as state");
    return rows[0]?.state as string;
  };
  let state = "";
  const known = new Map<string, unknown>();
  const remember = async <T>(key: string, find: () => Promise<T>): Promise<T> => {
    const now = await readState();
    if (now !== state) known.clear();
    state = now;
    if (!known.has(key)) known.set(key, await find());
    // What was written while it was read may be in it or not: then it is good for this once.
    const found = known.get(key) as T;
    if ((await readState()) !== state) known.clear();
    return found;
  };

  const read = async <R extends object>(name: string, columns: string, organizationIds: string[]) => {
    const parts = tables.map(
      (table) => `select owner, name, ${columns} from (${table}) as t (owner, name, row)
                   where owner = any($1) group by owner, name`,
    );
    const text = parts.join(" union all ");
    const { rows } = await superuser.query<{ owner: string; name: string } & R>({
      name,
      text,
      values: [organizationIds],
    });
    return rows;
  };

  return {
    snapshots: (...organizationIds: string[]): Promise<Snapshot[]> =>
      remember(`digests ${organizationIds}`, async () => {
        // A sum: the rows' order does not matter, and no row can change or come or go without changing it.
        const digest = "count(*) || ':' || sum(hashtextextended(row, 0)::numeric) as digest";
        const rows = await read<{ digest: string }>("digests", digest, organizationIds);
        return organizationIds.map(
          (id) => new Map(rows.flatMap((row) => (row.owner === id ? [[row.name, row.digest]] : []))),
        );
      }),
    idsOf: (organizationId: string): Promise<Set<string>> =>
      remember(`ids ${organizationId}`, async () => {
        const rows = await read<{ text: string }>("ids", "string_agg(row, ' ') as text", [organizationId]);
        return idsIn(rows.map((row) => row.text).join());
      }),
  };
}

/** The tables in which something is different. */
export function changedTables(before: Snapshot, after: Snapshot): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}
