import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { CommandError } from "./command-line";
import { asServerUser, type ServerUser } from "./embedded-postgres-user";

/** `initdb` works in a folder of its own that is renamed when complete, so that a kill half-way leaves nothing behind. */
export async function initialiseCluster(cluster: {
  cluster: string;
  password: string;
  user: ServerUser;
  initdb: string;
}) {
  const unfinished = `${cluster.cluster}.unfinished`;
  const passwordFile = `${cluster.cluster}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  await cluster.user.own(unfinished);
  await cluster.user.own(passwordFile);
  const { command, args, identity } = asServerUser(cluster.user, unfinished, cluster.initdb, [
    `--pgdata=${unfinished}`,
    `--pwfile=${passwordFile}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Code-point order, the same on every machine; where people read a list, queries name an ICU collation.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--no-sync",
  ]);
  const process = spawn(command, args, {
    ...identity,
    env: serverEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  process.stdout.on("data", (chunk) => {
    output += chunk;
  });
  process.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    process.once("error", reject);
    process.once("close", resolve);
  });
  await rm(passwordFile, { force: true });
  if (code !== 0) {
    await rm(unfinished, { recursive: true, force: true });
    const reason =
      output.split("\n").find((line) => /error|fatal|denied|could not/i.test(line)) ?? output.trim();
    throw new CommandError(`PostgreSQL could not create its data folder: ${reason}`);
  }
  await rename(unfinished, cluster.cluster);
}

/** Fails with one clear line when files are missing that a data folder has from the start. */
export function requireCompleteCluster(cluster: string, resetHint: string) {
  const needed = ["PG_VERSION", "postgresql.conf", "pg_hba.conf", "global/pg_control", "pg_wal", "base"];
  const missing = needed.find((file) => !existsSync(path.join(cluster, file)));
  if (missing) {
    throw new CommandError(
      `The database folder ${cluster} is incomplete (${missing} is missing). ${resetHint}`,
    );
  }
}

/** The server shall not take over settings, libraries or languages of whoever starts it. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
}
