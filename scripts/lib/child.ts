import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { CommandError } from "./command-line";
import { shutdownPatienceMs } from "./lifecycle";
import { stopProcess } from "./processes";

export type Child = {
  name: string;
  /** SIGTERM, and SIGKILL when it does not finish. */
  stop(): Promise<void>;
  kill(): void;
  /** Called when the process ends although `stop` was not called. */
  onUnexpectedExit(callback: (line: string) => void): void;
};

/**
 * Starts one of our own TypeScript programs and waits until it says it is ready. It ends by itself when this process
 * disappears, and has a process group of its own: a Ctrl-C reaches it through us, after we know about it.
 */
export async function startChild(options: {
  name: string;
  program: string;
  args?: string[];
  nodeFlags?: string[];
  environment?: NodeJS.ProcessEnv;
  /** Where its output goes; default: where ours goes. */
  logFile?: string;
  readyWithinMs?: number;
}): Promise<Child> {
  const output = options.logFile ? openSync(options.logFile, "w") : "inherit";
  const child = spawn(
    process.execPath,
    [...(options.nodeFlags ?? []), "--import", "tsx", options.program, ...(options.args ?? [])],
    {
      detached: true,
      env: options.environment ?? process.env,
      stdio: ["ignore", output, output, "ipc"],
    },
  );
  if (typeof output === "number") closeSync(output);

  let stopping = false;
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`The ${options.name} could not start: ${error.message}`));
    child.once("exit", (code, signal) =>
      resolve(`The ${options.name} ended unexpectedly (${signal ?? `exit code ${code}`}).`),
    );
  });
  await waitUntilReady(child, ended, options);
  child.channel?.unref();

  return {
    name: options.name,
    async stop() {
      stopping = true;
      await stopProcess(child, { signals: ["SIGTERM", "SIGKILL"], patienceMs: shutdownPatienceMs });
    },
    kill() {
      stopping = true;
      child.kill("SIGKILL");
    },
    onUnexpectedExit(callback) {
      void ended.then((line) => {
        if (!stopping) callback(line);
      });
    },
  };
}

async function waitUntilReady(
  child: ChildProcess,
  ended: Promise<string>,
  options: { name: string; logFile?: string; readyWithinMs?: number },
): Promise<void> {
  const patience = options.readyWithinMs ?? 60_000;
  let timer: NodeJS.Timeout | undefined;
  const outcome = await Promise.race([
    new Promise<"ready">((resolve) =>
      child.on("message", (message) => message === "ready" && resolve("ready")),
    ),
    ended,
    new Promise<string>((resolve) => {
      timer = setTimeout(
        () => resolve(`The ${options.name} was not ready after ${Math.round(patience / 1000)} seconds.`),
        patience,
      );
    }),
  ]);
  clearTimeout(timer);
  if (outcome === "ready") return;
  child.kill("SIGKILL");
  const log = options.logFile ? await readFile(options.logFile, "utf8").catch(() => "") : "";
  const reason = log.trim().split("\n").slice(-5).join("\n");
  throw new CommandError(reason ? `${outcome}\n${reason}\n(${options.logFile})` : outcome);
}
