import { readdir } from "node:fs/promises";
import path from "node:path";

/** Runs one SQL query without parameters as the application's role. */
export type RunQuery = <Row extends object>(sql: string) => Promise<Row[]>;

let expectedMigrations: Promise<string[]> | undefined;

/** The migrations this version of the product was written for; read once, they do not change under a running process. */
function listExpectedMigrations(): Promise<string[]> {
  expectedMigrations ??= (async () => {
    const folder = path.join(process.cwd(), "prisma", "migrations");
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  })();
  return expectedMigrations;
}

/** Names of migrations the database lacks, none when it is up to date; throws when it does not answer. */
export async function listPendingMigrations(query: RunQuery): Promise<string[]> {
  const expected = await listExpectedMigrations();
  const [state] = await query<{ prepared: boolean }>(`
    select to_regclass('public._prisma_migrations') is not null
       and to_regclass('graphile_worker.migrations') is not null as prepared`);
  if (!state?.prepared) return expected;
  const applied = await query<{ migration_name: string }>(
    "select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  const names = new Set(applied.map((row) => row.migration_name));
  return expected.filter((name) => !names.has(name));
}

/**
 * Why the connected role must not run the product, or null. Row-level security is the wall between organizations: a
 * superuser, a role that bypasses it and the owner of the tables (who can switch it off) would stand behind the wall.
 */
export async function findRoleProblem(query: RunQuery): Promise<string | null> {
  const [role] = await query<{ name: string; superuser: boolean; bypasses: boolean; owns_tables: boolean }>(`
    select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypasses,
           exists (select from pg_class c
                   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                     and pg_has_role(current_user, c.relowner, 'MEMBER')) as owns_tables
    from pg_roles r where r.rolname = current_user`);
  if (!role) return "the role is unknown to the database";
  if (role.superuser) return `the role ${role.name} is a superuser, whom no row-level security holds back`;
  if (role.bypasses) return `the role ${role.name} bypasses row-level security`;
  if (role.owns_tables)
    return `the role ${role.name} owns tables and could switch their row-level security off`;
  return null;
}
