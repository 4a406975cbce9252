import { type ChildProcess, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, readlink, realpath } from "node:fs/promises";

/** Whether the process lives and works in `folder` (a pid alone may since belong to another program). */
export async function isRunning(pid: number, folder: string): Promise<boolean> {
  if (!exists(pid)) return false;
  const expected = await realpath(folder);
  try {
    // A zombie has ended already; only its parent has not noticed.
    if (/^\d+ \(.*\) Z/.test(await readFile(`/proc/${pid}/stat`, "utf8"))) return false;
    return (await readlink(`/proc/${pid}/cwd`)) === expected;
  } catch {
    return commandLineMentions(pid, expected);
  }
}

function commandLineMentions(pid: number, text: string): boolean {
  try {
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).includes(text);
  } catch {
    return false;
  }
}

/** The process that started `pid`, if it can be found out. */
export function findParent(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(/\) \S (\d+)/.exec(status)?.[1]) || undefined;
  } catch {
    return findParentWithPs(pid);
  }
}

function findParentWithPs(pid: number): number | undefined {
  try {
    return Number(execFileSync("ps", ["-p", String(pid), "-o", "ppid="], { stdio: "pipe" })) || undefined;
  } catch {
    return undefined;
  }
}

export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function hasEnded(target: ChildProcess | number): Promise<boolean> {
  if (typeof target !== "number") return target.exitCode !== null || target.signalCode !== null;
  if (!exists(target)) return true;
  return /^\d+ \(.*\) Z/.test(await readFile(`/proc/${target}/stat`, "utf8").catch(() => ""));
}

/** Sends the signals one after the other, each with some patience, until the process has ended. */
export async function stopProcess(
  target: ChildProcess | number,
  { signals, patienceMs }: { signals: NodeJS.Signals[]; patienceMs: number },
): Promise<void> {
  const pid = typeof target === "number" ? target : target.pid;
  if (!pid) return;
  for (const signal of signals) {
    if (await hasEnded(target)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; ) {
      if (await hasEnded(target)) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
