import { readFile, writeFile } from "node:fs/promises";
import { CommandError, parseCommandLine, runCommand } from "./lib/command-line";

const help = `Usage: npx tsx scripts/complete-lock-file.ts

To run after \`npm install\` on a network whose registry lacks the packages of other platforms. npm then leaves them out
of package-lock.json, and \`npm ci\` refuses the file everywhere. This puts them back by name and version (without a
checksum), so that each machine installs its own and skips the rest.

  --help   show this text`;

type LockedPackage = {
  version?: string;
  optionalDependencies?: Record<string, string>;
  cpu?: string[];
  os?: string[];
  libc?: string[];
  optional?: boolean;
  dev?: boolean;
};
type LockFile = { packages: Record<string, LockedPackage> };

runCommand(async () => {
  parseCommandLine({ help, options: {} });
  const lock = JSON.parse(await readFile("package-lock.json", "utf8")) as LockFile;
  const missing = listMissing(lock);
  for (const { parent, name, version } of missing) {
    const dev = lock.packages[parent]?.dev;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name),
      ...(dev ? { dev } : {}),
      optional: true,
    };
  }
  const [root, ...rest] = Object.entries(lock.packages);
  rest.sort(([one], [other]) => (one < other ? -1 : 1));
  lock.packages = Object.fromEntries(root ? [root, ...rest] : rest);
  await writeFile("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${missing.length} packages of other platforms.`);
});

function listMissing(lock: LockFile): { parent: string; name: string; version: string }[] {
  return Object.entries(lock.packages).flatMap(([parent, { optionalDependencies }]) =>
    Object.entries(optionalDependencies ?? {})
      .filter(([name]) => !isLocked(lock, parent, name))
      .map(([name, version]) => {
        if (/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) return { parent, name, version };
        throw new CommandError(
          `${parent} wants ${name}@${version}: which version that is, only a registry knows.`,
        );
      }),
  );
}

/** As Node looks a package up: beside the parent, then in each folder above. */
function isLocked(lock: LockFile, parent: string, name: string): boolean {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (`${folder ? `${folder}/` : ""}node_modules/${name}` in lock.packages) return true;
    if (folder === "") return false;
  }
}

/** Platform packages carry their platform in the name: …-linux-x64-musl, …-win32-arm64-msvc, …-wasm32-wasi. */
function platformOf(name: string): Pick<LockedPackage, "cpu" | "os" | "libc"> {
  const found =
    /-(android|darwin|freebsd|linux|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(\w+))?$/.exec(name);
  if (name.includes("wasm32")) return { cpu: ["wasm32"] };
  if (!found?.[1] || !found[2]) throw new CommandError(`${name} does not tell which platform it is for.`);
  const libc = found[3] === "musl" ? ["musl"] : found[3] === "gnu" ? ["glibc"] : undefined;
  return { cpu: [found[2]], os: [found[1]], ...(libc ? { libc } : {}) };
}
