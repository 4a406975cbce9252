import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { CommandError } from "./command-line";

/** Everything a build depends on. */
const inputs = [
  "src",
  "public",
  "prisma/schema.prisma",
  "package-lock.json",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
];
const generated = "src/generated";

export type Build = { folder: string; wasFresh: boolean };

/**
 * Builds for production unless the folder's build was made from exactly these sources. `signal` ends a build that is
 * under way. `onOutput` gets what the build prints.
 */
export async function buildForProduction(
  options: { folder?: string; force?: boolean; signal?: AbortSignal; onOutput?: (text: string) => void } = {},
): Promise<Build> {
  const folder = options.folder ?? process.env.NEXT_DIST_DIR ?? ".next";
  const mark = path.join(folder, "built-from");
  const sources = await hashFiles(inputs);
  const isFresh = existsSync(path.join(folder, "BUILD_ID")) && (await read(mark)) === sources;
  if (isFresh && !options.force) return { folder, wasFresh: true };

  await runTool("prisma/build/index.js", ["generate"], options);
  await runTool("next/dist/bin/next", ["build"], options, { NEXT_DIST_DIR: folder });
  await writeFile(mark, sources);
  return { folder, wasFresh: false };
}

async function runTool(
  program: string,
  args: string[],
  { signal, onOutput }: { signal?: AbortSignal; onOutput?: (text: string) => void },
  environment: Record<string, string> = {},
): Promise<void> {
  signal?.throwIfAborted();
  // A group of its own: the build has children, and all of them have to go when it is called off.
  const child = spawn(process.execPath, [path.join("node_modules", program), ...args], {
    detached: true,
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer) => {
    output += chunk;
    onOutput?.(chunk.toString());
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const callOff = () => {
    try {
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has just ended by itself.
    }
  };
  signal?.addEventListener("abort", callOff);
  process.once("exit", callOff);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  signal?.removeEventListener("abort", callOff);
  process.removeListener("exit", callOff);
  signal?.throwIfAborted();
  if (code === 0) return;
  const what = `\`${path.basename(program) === "next" ? "next" : "prisma"} ${args.join(" ")}\``;
  throw new CommandError(`${what} failed (exit code ${code}).${onOutput ? "" : `\n${output.trim()}`}`);
}

async function hashFiles(roots: string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const root of roots) {
    for (const file of await listFiles(root)) {
      hash.update(`${file}\0`);
      hash.update(await readFile(file));
      hash.update("\0");
    }
  }
  return hash.digest("hex");
}

async function listFiles(root: string): Promise<string[]> {
  if (!existsSync(root)) return [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!entries) return [root];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(path.normalize(generated)))
    .sort();
}

async function read(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => "");
}
