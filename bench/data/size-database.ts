import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { migrateDatabase } from "../../scripts/lib/migrate-database";
import type { DatabaseUrls } from "../../scripts/lib/owned-database";
import type { BenchDatabase } from "../lib/bench-database";
import { nameSize } from "../lib/options";
import { type Cast, createCast } from "./cast";
import { loadAnswers } from "./load-answers";
import { rebuildRollups } from "./rebuild-rollups";

const BASE = "bench_base";

/** Everything that decides what is in the databases. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const folder of ["bench/data", "prisma/migrations"]) {
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (file.isFile()) hash.update(readFileSync(path.join(file.parentPath, file.name)));
    }
  }
  return hash.digest("hex");
}

/** The database without answers that the others are copies of; one that is kept is used again if nothing has changed. */
export async function prepareBase(
  database: BenchDatabase,
  folder: string,
  authSecret: string,
): Promise<{ cast: Cast; wasKept: boolean }> {
  const castFile = path.join(folder, "cast.json");
  const kept = existsSync(castFile) ? JSON.parse(readFileSync(castFile, "utf8")) : {};
  if (kept.fingerprint === fingerprint() && (await database.listDatabases()).includes(BASE)) {
    return { cast: kept.cast, wasKept: true };
  }
  const urls = await database.create(BASE);
  await migrateDatabase(urls);
  pointAtDatabase(urls, authSecret);
  const cast = await createCast();
  writeFileSync(castFile, JSON.stringify({ fingerprint: fingerprint(), cast }));
  return { cast, wasKept: false };
}

/** The product's code in this process reads and writes this database from now on. */
export function pointAtDatabase(urls: DatabaseUrls, authSecret: string): void {
  Object.assign(process.env, {
    DATABASE_URL: urls.databaseUrl,
    AUTH_SECRET: authSecret,
    APP_URL: "http://localhost:3000",
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "Lastmetre <no-reply@lastmetre.test>",
  });
}

export const databaseName = (answers: number) => `bench_${nameSize(answers).toLowerCase()}`;

/** How long filling a database took; null when it was there already. */
export type Loading = { seconds: number; rollupSeconds: number } | null;

/** A database with this many answers, its rollups built; one that was kept is left as it is. */
export async function prepareSize(
  database: BenchDatabase,
  answers: number,
  { cast, wasKept }: { cast: Cast; wasKept: boolean },
  onProgress: (line: string) => void,
): Promise<Loading> {
  const name = databaseName(answers);
  if (wasKept && (await isLoaded(database, name))) return null;
  await database.create(name, BASE);
  const startedAt = performance.now();
  await loadAnswers(database, name, cast, answers, onProgress);
  const loadedAt = performance.now();
  await database.asSuperuser(name, (client) => rebuildRollups(client, cast.organizationId));
  const rollupSeconds = (performance.now() - loadedAt) / 1000;
  onProgress(`rollups: ${rollupSeconds.toFixed(1)} s`);
  await database.asSuperuser(name, async (client) => {
    await client.query("VACUUM ANALYZE");
    await client.query("CREATE TABLE bench.loaded AS SELECT now() AS loaded_at");
    await client.query("CHECKPOINT");
  });
  return { seconds: (performance.now() - startedAt) / 1000, rollupSeconds };
}

async function isLoaded(database: BenchDatabase, name: string): Promise<boolean> {
  if (!(await database.listDatabases()).includes(name)) return false;
  return database.asSuperuser(name, async (client) => {
    const { rows } = await client.query("select to_regclass('bench.loaded') is not null as loaded");
    return rows[0].loaded;
  });
}
