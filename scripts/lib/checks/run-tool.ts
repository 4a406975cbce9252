import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { stopOnSignal } from "../lifecycle";
import { stopProcess } from "../processes";

/** The program behind a package's command, e.g. `tool("typescript/bin/tsc")`. */
export const tool = (file: string) => path.join("node_modules", file);

let running: ChildProcess | undefined;
const calledOff = false;

/** A run that is called off ends its tool first, which then puts away what it started: servers, browsers, databases. */
export function stopToolsOnSignal(): void {
  stopOnSignal(
    async () => {
      if (running)
        await stopProcess(running, { signals: ["SIGINT", "SIGTERM", "SIGKILL"], patienceMs: 8_000 });
    },
    { force: () => running?.kill("SIGKILL"), exitCode: 130 },
  );
}

/** Runs a Node program of node_modules with its output on ours; true when it succeeds. */
export async function runTool(
  program: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<boolean> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...environment },
  });
  running = child;
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("close", resolve);
  });
  running = undefined;
  // The process is about to end: no next tool may start.
  if (calledOff) await new Promise(() => {});
  return code === 0;
}

/** A heading between the parts of a long run. */
export function announce(part: string): void {
  console.log(`\n── ${part} ${"─".repeat(Math.max(0, 72 - part.length))}`);
}
