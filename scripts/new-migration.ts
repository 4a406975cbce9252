import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseCommandLine, runCommand } from "./lib/command-line";
import { diffDatamodels, migrationsFolder, schemaPath } from "./lib/schema-engine";

const help = `Usage: npx tsx scripts/new-migration.ts <name> [--print]

Writes prisma/migrations/<number>_<name>/migration.sql: the SQL that leads from the datamodel as it was at the last
migration (prisma/migrations/schema-at-last-migration.prisma) to prisma/schema.prisma. Read it, finish it by hand
(row-level security, grants, checks, functions) and commit both files.

  --print   show the SQL, write nothing
  --help    show this text`;

const snapshotPath = path.join(migrationsFolder, "schema-at-last-migration.prisma");

runCommand(async () => {
  const { values, positionals } = parseCommandLine({
    help,
    options: { print: { type: "boolean" } },
    allowPositionals: true,
  });
  const [name] = positionals;
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error("Give the migration a name of small letters, digits and underscores, e.g. add_segments.");
  }
  const before = existsSync(snapshotPath) ? await readFile(snapshotPath, "utf8") : undefined;
  const after = await readFile(schemaPath, "utf8");
  const sql = await diffDatamodels(before, after);
  if (values.print) {
    process.stdout.write(sql);
    return;
  }

  await mkdir(migrationsFolder, { recursive: true });
  const folders = (await readdir(migrationsFolder, { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const last = Math.max(0, ...folders.map((folder) => Number.parseInt(folder.name, 10) || 0));
  const folder = path.join(migrationsFolder, `${String(last + 1).padStart(4, "0")}_${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, "migration.sql"), sql);
  await writeFile(snapshotPath, after);
  console.log(`Wrote ${path.join(folder, "migration.sql")}`);
});
