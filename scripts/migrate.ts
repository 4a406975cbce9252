import { CommandError, parseCommandLine, runCommand } from "./lib/command-line";
import { loadEnvironmentFile } from "./lib/environment-file";
import { migrateDatabase } from "./lib/migrate-database";

const help = `Usage: npm run migrate

Brings the database to the current version: creates the application's role when it is missing, applies the migrations
in prisma/migrations and prepares the job queue. Running it again changes nothing.

Reads (from the environment or .env):
  DATABASE_URL         the role the application connects as; created when missing, gets rights but owns no table
  DATABASE_OWNER_URL   the role that owns the tables; used by this command and create-organization only

  --help   show this text`;

runCommand(async () => {
  parseCommandLine({ help, options: {} });
  loadEnvironmentFile();
  const { DATABASE_URL, DATABASE_OWNER_URL } = process.env;
  const missing = Object.entries({ DATABASE_URL, DATABASE_OWNER_URL }).flatMap(([name, url]) =>
    URL.canParse(url ?? "") ? [] : [`${name}: ${url ? "is not a database address" : "is missing"}`],
  );
  if (!DATABASE_URL || !DATABASE_OWNER_URL || missing.length > 0) throw new CommandError(missing.join("\n"));
  const applied = await migrateDatabase({ databaseUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL });
  for (const name of applied) console.log(`Applied ${name}`);
  console.log(applied.length === 0 ? "The database is up to date." : "The database is now up to date.");
});
