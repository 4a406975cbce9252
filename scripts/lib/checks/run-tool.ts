import { spawn } from "node:child_process";
import path from "node:path";

/** The program behind a package's command, e.g. `tool("typescript/bin/tsc")`. */
export const tool = (file: string) => path.join("node_modules", file);

/** Runs a Node program of node_modules with its output on ours; true when it succeeds. */
export async function runTool(
  program: string,
  args: string[],
  options: { environment?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<boolean> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...options.environment },
  });
  const stop = () => child.kill("SIGTERM");
  process.once("exit", stop);
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once("close", resolve);
  });
  process.removeListener("exit", stop);
  return code === 0;
}

/** A heading between the parts of a long run. */
export function announce(part: string): void {
  console.log(`\n── ${part} ${"─".repeat(Math.max(0, 72 - part.length))}`);
}
