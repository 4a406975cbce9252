import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { serverCodeFlags } from "../../../scripts/lib/child";

export type ScriptResult = { code: number | null; lines: string[] };

/** Starts one of our scripts the way `npm run` does, with exactly these variables. */
export function startScript(
  script: string,
  args: string[],
  environment: Record<string, string>,
): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", ...serverCodeFlags, script, ...args], {
    // NODE_ENV and the like of the test run are none of the script's business.
    env: {
      PATH: process.env.PATH ?? "",
      HOME: process.env.HOME ?? "",
      ...environment,
    } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs a script to its end: exit code and what it printed, warnings of Node left out. */
export async function runScript(
  script: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<ScriptResult> {
  const child = startScript(script, args, environment);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  }
  const [code] = await once(child, "close");
  return { code, lines: output.split("\n").filter((line) => line.trim() !== "") };
}
