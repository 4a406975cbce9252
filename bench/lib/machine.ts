import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { cpus, totalmem } from "node:os";
import pg from "pg";
import { productionSettings } from "./bench-database";

export type Machine = {
  date: string;
  commit: string;
  /** Whether files differed from the commit. */
  hasChanges: boolean;
  processor: string;
  cores: number;
  memoryGigabytes: number;
  versions: Record<string, string>;
  databaseSettings: Record<string, string>;
};

/** What a result has to be read with. */
export async function describeMachine(superuserUrl: string): Promise<Machine> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query("show server_version");
  const settings: Record<string, string> = {};
  for (const name of [
    ...Object.keys(productionSettings()),
    "fsync",
    "synchronous_commit",
    "max_connections",
  ]) {
    settings[name] = (await client.query(`show ${name}`)).rows[0][name];
  }
  await client.end();
  const require = createRequire(import.meta.url);
  const versionOf = (name: string): string => require(`../../node_modules/${name}/package.json`).version;
  return {
    date: new Date().toISOString(),
    commit: git("rev-parse", "--short=10", "HEAD") || "unknown",
    hasChanges: git("status", "--porcelain", "--untracked-files=no", "--", "src", "scripts", "prisma") !== "",
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    versions: {
      node: process.versions.node,
      postgresql: String(rows[0].server_version).split(" ")[0] as string,
      next: versionOf("next"),
      prisma: versionOf("prisma"),
      react: versionOf("react"),
    },
    databaseSettings: settings,
  };
}

function git(...args: string[]): string {
  try {
    return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}
