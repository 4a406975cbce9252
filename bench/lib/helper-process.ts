import { type ChildProcess, spawn } from "node:child_process";
import { stopProcess } from "../../scripts/lib/processes";
import type { FetchJob, FetchResult, LoadJob, LoadResult } from "../load/load-job";

type Message = "ready" | "counting" | "counted" | { port: number } | { result: unknown } | { error: string };

/** A program of the bench in a process of its own, which ends with this one. */
class HelperProcess {
  private readonly child: ChildProcess;

  constructor(program: string, environment: Record<string, string> = {}) {
    this.child = spawn(process.execPath, ["--import", "tsx", program], {
      env: { ...process.env, NODE_ENV: "production", ...environment },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
  }

  get pid(): number {
    return this.child.pid as number;
  }

  send(message: object): void {
    this.child.send(message);
  }

  /** Calls `take` with each message until it returns something. */
  receive<T>(take: (message: Message) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const onExit = () => finish(() => reject(new Error("a process of the bench ended unexpectedly")));
      const onMessage = (message: Message) => {
        if (typeof message === "object" && "error" in message) {
          return finish(() => reject(new Error(message.error)));
        }
        const taken = take(message);
        if (taken !== undefined) finish(() => resolve(taken));
      };
      const finish = (settle: () => void) => {
        this.child.off("message", onMessage).off("exit", onExit);
        settle();
      };
      this.child.on("message", onMessage).once("exit", onExit);
    });
  }

  stop(): Promise<void> {
    return stopProcess(this.child, { signals: ["SIGTERM", "SIGKILL"], patienceMs: 5_000 });
  }
}

/** Sends requests from a process of its own, so that what it costs can be told apart from what the server costs. */
export class LoadClient {
  private constructor(private readonly process: HelperProcess) {}

  static async start(): Promise<LoadClient> {
    const client = new HelperProcess("bench/load/load-client.ts");
    await client.receive((message) => (message === "ready" ? true : undefined));
    return new LoadClient(client);
  }

  get pid(): number {
    return this.process.pid;
  }

  /** Puts a load on; `onCounting` and `onCounted` are called where the counted time begins and ends. */
  load(job: LoadJob, onCounting: () => void, onCounted: () => void): Promise<LoadResult> {
    const result = this.process.receive((message) => {
      if (message === "counting") onCounting();
      if (message === "counted") onCounted();
      return typeof message === "object" && "result" in message ? (message.result as LoadResult) : undefined;
    });
    this.process.send(job);
    return result;
  }

  fetch(job: Omit<FetchJob, "flow">): Promise<FetchResult> {
    const result = this.process.receive((message) =>
      typeof message === "object" && "result" in message ? (message.result as FetchResult) : undefined,
    );
    this.process.send({ flow: "fetch", ...job });
    return result;
  }

  stop(): Promise<void> {
    return this.process.stop();
  }
}

/** The server that does the least (load/bare-server.ts). */
export async function startBareServer(databaseUrl: string) {
  const server = new HelperProcess("bench/load/bare-server.ts", { LIMIT_DATABASE_URL: databaseUrl });
  const port = await server.receive((message) =>
    typeof message === "object" && "port" in message ? message.port : undefined,
  );
  return { port, pid: server.pid, stop: () => server.stop() };
}
