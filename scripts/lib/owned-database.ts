import type pg from "pg";

/** The addresses of one database: as the owner of its tables, and as the application, which owns nothing. */
export type DatabaseUrls = { ownerUrl: string; databaseUrl: string };

const ownerRole = "lastmetre_owner";
const applicationRole = "lastmetre";

/**
 * Creates a database the way a production server has it: an owner who is no superuser, and an address for the
 * application's role (which `migrateDatabase` creates). The passwords are the role names: these servers listen on the
 * loopback interface of a developer's machine.
 */
export async function createOwnedDatabase(
  superuser: pg.Client,
  options: { port: number; database: string; template?: string },
): Promise<DatabaseUrls> {
  const { rowCount } = await superuser.query("select from pg_roles where rolname = $1", [ownerRole]);
  if (!rowCount) {
    await superuser.query(`CREATE ROLE ${ownerRole} LOGIN CREATEROLE PASSWORD '${ownerRole}'`);
  }
  const database = superuser.escapeIdentifier(options.database);
  const template = superuser.escapeIdentifier(options.template ?? "template1");
  await superuser.query(`CREATE DATABASE ${database} OWNER ${ownerRole} TEMPLATE ${template}`);
  return databaseUrls(options);
}

export function databaseUrls({ port, database }: { port: number; database: string }): DatabaseUrls {
  return {
    ownerUrl: `postgresql://${ownerRole}:${ownerRole}@127.0.0.1:${port}/${database}`,
    databaseUrl: `postgresql://${applicationRole}:${applicationRole}@127.0.0.1:${port}/${database}`,
  };
}
