import { mkdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { type Child, serverCodeFlags, startChild } from "./child";
import { CommandError } from "./command-line";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres";
import { type Inbox, startInbox } from "./inbox/start-inbox";
import { migrateDatabase } from "./migrate-database";
import { createOwnedDatabase, type DatabaseUrls, databaseUrls } from "./owned-database";
import { findFreePort } from "./ports";

/**
 * The whole product on one machine, for the demo, development and the end-to-end tests: database, web server, worker
 * and a mail server with an inbox. Each part can be started by itself; what was started is stopped in reverse order.
 */
export type StackOptions = {
  /** Holds the database's files, the logs and the inbox. */
  folder: string;
  databaseName: string;
  ports: { web: number; mail: number; inbox: number; database?: number };
  authSecret: string;
  resetHint: string;
  durable?: boolean;
  /** Further settings of the database server. */
  databaseSettings?: Record<string, string>;
  maxConnections?: number;
  /** Keeps the caught mail over a restart. */
  keepMail?: boolean;
  environment?: Record<string, string>;
  onUnexpectedExit?: (line: string) => void;
};

export type Stack = DatabaseUrls & {
  appUrl: string;
  inboxUrl: string;
  /** The superuser's address of the database, for looking at what is really stored. */
  superuserUrl: string;
  inbox: Inbox;
  /** What the web server and the worker are told; the variables of .env.example. */
  environment: Record<string, string>;
  /** The running worker; replaced by `startWorker`. */
  worker: Child | undefined;
  startWeb(options?: { distDir?: string }): Promise<Child>;
  startWorker(): Promise<Child>;
  stop(): Promise<void>;
};

export class StackBuilder {
  private readonly started: (() => Promise<void>)[] = [];
  private stopping: Promise<void> | undefined;

  constructor(private readonly options: StackOptions) {}

  /** Stops whatever has been started so far, the latest first. */
  stop(): Promise<void> {
    this.stopping ??= (async () => {
      for (let stop = this.started.pop(); stop; stop = this.started.pop()) await stop();
    })();
    return this.stopping;
  }

  /** Something else that goes down with the stack, before what was started earlier. */
  onStop(stop: () => Promise<void>): void {
    this.started.push(stop);
  }

  async startDatabase(): Promise<EmbeddedPostgres> {
    const { options } = this;
    await mkdir(path.join(options.folder, "logs"), { recursive: true }).catch(
      (error: NodeJS.ErrnoException) => {
        throw new CommandError(`Cannot write to the folder ${path.resolve(options.folder)} (${error.code}).`);
      },
    );
    const server = await startEmbeddedPostgres({
      folder: path.join(options.folder, "postgres"),
      port: options.ports.database,
      maxConnections: options.maxConnections,
      durable: options.durable,
      settings: options.databaseSettings,
      resetHint: options.resetHint,
    });
    await this.remember(() => server.stop());
    server.onUnexpectedExit(() => this.report("The database ended unexpectedly."));
    return server;
  }

  /** Creates the database when it is missing, or anew, and migrates it; tells whether it was created. */
  async prepareDatabase(server: EmbeddedPostgres, { anew }: { anew: boolean }) {
    const { databaseName: database } = this.options;
    const urls = databaseUrls({ port: server.port, database });
    const superuser = new pg.Client({ connectionString: server.superuserUrl() });
    await superuser.connect();
    try {
      const { rowCount } = await superuser.query("select from pg_database where datname = $1", [database]);
      const create = anew || !rowCount;
      if (create) {
        await superuser.query(`DROP DATABASE IF EXISTS ${superuser.escapeIdentifier(database)} WITH (FORCE)`);
        await createOwnedDatabase(superuser, { port: server.port, database });
      }
      const applied = await migrateDatabase(urls);
      return { urls, created: create, applied };
    } finally {
      await superuser.end();
    }
  }

  /** Right after a fill the planner knows nothing yet, and the first pages would be slow. */
  async collectStatistics(server: EmbeddedPostgres): Promise<void> {
    const superuser = new pg.Client({ connectionString: server.superuserUrl(this.options.databaseName) });
    await superuser.connect();
    await superuser.query("VACUUM ANALYZE");
    await superuser.end();
  }

  async startRest(server: EmbeddedPostgres, urls: DatabaseUrls): Promise<Stack> {
    const { options } = this;
    const inbox = await startInbox({
      mailPort: options.ports.mail,
      inboxPort: options.ports.inbox,
      file: options.keepMail ? path.join(options.folder, "inbox.jsonl") : undefined,
    });
    await this.remember(() => inbox.stop());
    const webPort = options.ports.web || (await findFreePort());
    const environment = stackEnvironment({ ...options, urls, webPort, mailPort: inbox.mailPort });
    const stack: Stack = {
      ...urls,
      appUrl: environment.APP_URL,
      inboxUrl: `http://localhost:${inbox.inboxPort}`,
      superuserUrl: server.superuserUrl(options.databaseName),
      inbox,
      environment,
      worker: undefined,
      startWeb: async ({ distDir } = {}) => {
        const web = await this.startPart("web server", "scripts/start.ts", {
          args: ["--web"],
          environment: { ...environment, ...(distDir ? { NEXT_DIST_DIR: distDir } : {}) },
        });
        await requireHealth(environment.APP_URL);
        return web;
      },
      startWorker: async () => {
        stack.worker = await this.startPart("worker", "src/worker/main.ts", {
          nodeFlags: serverCodeFlags,
          environment,
        });
        return stack.worker;
      },
      stop: () => this.stop(),
    };
    return stack;
  }

  private async startPart(
    name: string,
    program: string,
    part: { args?: string[]; nodeFlags?: string[]; environment: Record<string, string> },
  ): Promise<Child> {
    const child = startChild({
      ...part,
      name,
      program,
      environment: { ...process.env, ...part.environment },
      logFile: path.join(this.options.folder, "logs", `${name.replaceAll(" ", "-")}.log`),
    });
    await this.remember(() => child.stop());
    child.onUnexpectedExit((line) => this.report(`${line} Its log: ${this.options.folder}/logs`));
    await child.ready;
    return child;
  }

  /** What finishes starting after the stop has begun is stopped at once. */
  private async remember(stop: () => Promise<void>) {
    if (!this.stopping) {
      this.started.push(stop);
      return;
    }
    await stop();
    throw new CommandError("Stopped while starting.");
  }

  private report(line: string) {
    if (!this.stopping) this.options.onUnexpectedExit?.(line);
  }
}

export function stackEnvironment(stack: {
  urls: DatabaseUrls;
  webPort: number;
  mailPort: number;
  authSecret: string;
  environment?: Record<string, string>;
}) {
  return {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: stack.urls.databaseUrl,
    DATABASE_OWNER_URL: stack.urls.ownerUrl,
    APP_URL: `http://localhost:${stack.webPort}`,
    HOST: "127.0.0.1",
    PORT: String(stack.webPort),
    AUTH_SECRET: stack.authSecret,
    SMTP_URL: `smtp://127.0.0.1:${stack.mailPort}`,
    MAIL_FROM: "Lastmetre <no-reply@lastmetre.test>",
    // A developer's .env is for another installation; an empty value counts as not set, and wins over the file.
    OIDC_NAME: "",
    OIDC_ISSUER: "",
    OIDC_CLIENT_ID: "",
    OIDC_CLIENT_SECRET: "",
    TRUST_PROXY: "",
    ...stack.environment,
  };
}

async function requireHealth(appUrl: string): Promise<void> {
  let last = "no answer";
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const response = await fetch(new URL("/api/health", appUrl)).catch(() => undefined);
    if (response?.ok) return;
    last = response ? await response.text() : "no answer";
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new CommandError(`The web server does not become healthy: ${last}`);
}

/** Database (new and migrated), inbox, then — after `seed` — web server and worker, in one go: for tests. */
export async function startStack(
  options: StackOptions & { distDir?: string; seed?: (urls: DatabaseUrls) => Promise<void> },
): Promise<Stack> {
  const builder = new StackBuilder(options);
  try {
    const server = await builder.startDatabase();
    const { urls } = await builder.prepareDatabase(server, { anew: true });
    const stack = await builder.startRest(server, urls);
    await options.seed?.(urls);
    await Promise.all([stack.startWeb({ distDir: options.distDir }), stack.startWorker()]);
    return stack;
  } catch (error) {
    await builder.stop();
    throw error;
  }
}
