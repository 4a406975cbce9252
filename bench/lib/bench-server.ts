import { mkdirSync } from "node:fs";
import path from "node:path";
import { type Child, serverCodeFlags, startChild } from "../../scripts/lib/child";
import type { DatabaseUrls } from "../../scripts/lib/owned-database";
import { findFreePort } from "../../scripts/lib/ports";
import { stackEnvironment } from "../../scripts/lib/stack";

/** The product's web server and worker on one database, in processes of their own, as `npm start` runs them. */
export class BenchServer {
  private web: Child | undefined;
  private worker: Child | undefined;
  port = 0;

  constructor(
    private readonly options: { folder: string; authSecret: string; distDir: string; urls: DatabaseUrls },
  ) {}

  get webPid(): number {
    return requirePid(this.web);
  }

  get workerPid(): number {
    return requirePid(this.worker);
  }

  async start(): Promise<void> {
    await this.stop();
    const logs = path.join(this.options.folder, "logs");
    mkdirSync(logs, { recursive: true });
    this.port ||= await findFreePort();
    const environment = { ...process.env, ...this.environment() };
    this.web = startChild({
      name: "web server",
      program: "scripts/start.ts",
      args: ["--web"],
      environment,
      logFile: path.join(logs, "web.log"),
    });
    this.worker = startChild({
      name: "worker",
      program: "src/worker/main.ts",
      nodeFlags: serverCodeFlags,
      environment,
      logFile: path.join(logs, "worker.log"),
    });
    await Promise.all([this.web.ready, this.worker.ready]);
    await this.requireHealth();
  }

  /** What both are told; beside addresses and secrets nothing but the limit of requests differs from a plain installation. */
  environment(): Record<string, string> {
    const { urls, authSecret, distDir } = this.options;
    return {
      // No mail leaves during a bench: surveys are sent an hour after the encounter.
      ...stackEnvironment({ urls, webPort: this.port, mailPort: 1, authSecret }),
      NEXT_DIST_DIR: distDir,
      // One key sends here what many would.
      API_REQUESTS_PER_MINUTE: "100000000",
    };
  }

  async stop(): Promise<void> {
    const { web, worker } = this;
    this.web = undefined;
    this.worker = undefined;
    await Promise.all([web?.stop(), worker?.stop()]);
  }

  private async requireHealth(): Promise<void> {
    for (const deadline = Date.now() + 20_000; ; ) {
      const response = await fetch(`http://127.0.0.1:${this.port}/api/health`).catch(() => undefined);
      if (response?.ok) return;
      if (Date.now() > deadline) throw new Error("the web server does not become healthy");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function requirePid(child: Child | undefined): number {
  if (child?.pid === undefined) throw new Error("the server does not run");
  return child.pid;
}
