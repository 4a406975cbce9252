import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";

async function startSlowToStop(stopTakesMs: number): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/integration/scripts/slow-to-stop.ts", String(stopTakesMs)],
    { stdio: ["ignore", "ignore", "ignore", "ipc"] },
  );
  await once(child, "message");
  return child;
}

const exitCodeOf = async (child: ChildProcess) => (await once(child, "exit"))[0] as number | null;

describe.concurrent("a process that is asked to stop", () => {
  it("finishes first, also when Ctrl-C arrives from the terminal and from npm", async () => {
    const child = await startSlowToStop(400);
    const ended = exitCodeOf(child);
    child.kill("SIGINT");
    child.kill("SIGINT");
    await wait(100);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });

  it("ends at once when it is asked again later", async () => {
    const child = await startSlowToStop(60_000);
    const ended = exitCodeOf(child);
    child.kill("SIGTERM");
    await wait(1_200);
    child.kill("SIGTERM");
    expect(await ended).toBe(1);
  });

  it("stops as well when its parent is gone", async () => {
    const child = await startSlowToStop(0);
    const ended = exitCodeOf(child);
    child.disconnect();
    expect(await ended).toBe(0);
  });
});
