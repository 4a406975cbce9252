import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { CommandError } from "./command-line";
import { shutdownPatienceMs } from "./lifecycle";
import { stopProcess } from "./processes";

/** For programs that import modules marked "server-only". */
export const serverCodeFlags = ["--import", "./scripts/lib/allow-server-only.mjs"];

export type Child = {
  name: string;
  pid: number | undefined;
  /** Settles when the program says it is ready; rejects, with the end of its log, when it never does. */
  ready: Promise<void>;
  /** SIGTERM, and SIGKILL when it does not finish. */
  stop(): Promise<void>;
  kill(): void;
  /** Called when the process ends although neither `stop` nor `kill` was called. */
  onUnexpectedExit(callback: (line: string) => void): void;
};

export type ChildOptions = {
  name: string;
  program: string;
  args?: string[];
  nodeFlags?: string[];
  environment?: NodeJS.ProcessEnv;
  /** Where its output goes; default: where ours goes. */
  logFile?: string;
  readyWithinMs?: number;
};

/**
 * Starts one of our own TypeScript programs. It ends by itself when this process disappears, and has a process group of
 * its own: a Ctrl-C reaches it through us, after we know about it.
 */
export function startChild(options: ChildOptions): Child {
  const output = options.logFile ? openSync(options.logFile, "w") : "inherit";
  const child = spawn(
    process.execPath,
    ["--import", "tsx", ...(options.nodeFlags ?? []), options.program, ...(options.args ?? [])],
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
  const ready = waitUntilReady(child, ended, options);
  ready.catch(() => {}); // Whoever waits for it hears of it.

  return {
    name: options.name,
    pid: child.pid,
    ready,
    async stop() {
      stopping = true;
      await stopProcess(child, { signals: ["SIGTERM", "SIGKILL"], patienceMs: shutdownPatienceMs });
    },
    kill() {
      stopping = true;
      child.kill("SIGKILL");
    },
    onUnexpectedExit(callback) {
      void ready.then(
        () =>
          ended.then((line) => {
            if (!stopping) callback(line);
          }),
        () => {}, // Never having been ready is told by `ready`.
      );
    },
  };
}

async function waitUntilReady(
  child: ChildProcess,
  ended: Promise<string>,
  options: ChildOptions,
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
