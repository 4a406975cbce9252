import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseCommandLine, runCommand } from "./lib/command-line";
import { stopOnSignal } from "./lib/lifecycle";
import { readPort, requireFreePort } from "./lib/ports";
import { stopProcess } from "./lib/processes";
import { StackBuilder } from "./lib/stack";

const help = `Usage: npm run dev

For work on the product: \`next dev\` on the demo organization, with worker and inbox, in a database of its own
(.data/development). Restart it after a change to the worker or a new migration. Ctrl-C stops everything.

Reads PORT (default 3000), MAIL_PORT (3025) and INBOX_PORT (3080).

  --help   show this text`;

const folder = path.join(".data", "development");

runCommand(async () => {
  parseCommandLine({ help, options: {} });
  const ports = {
    web: readPort("PORT", 3000),
    mail: readPort("MAIL_PORT", 3025),
    inbox: readPort("INBOX_PORT", 3080),
  };
  await requireFreePort(ports.web, "PORT");
  const builder = new StackBuilder({
    folder,
    databaseName: "lastmetre_development",
    ports,
    authSecret: "for-development-on-this-machine-only",
    resetHint: `Remove the folder ${folder} and start again.`,
    keepMail: true,
    environment: { DEMO: "true", LOG_LEVEL: "debug" },
    onUnexpectedExit: (line) => {
      console.error(line);
      void builder.stop().finally(() => process.exit(1));
    },
  });
  stopOnSignal(() => builder.stop());
  try {
    await start(builder);
  } catch (error) {
    await builder.stop();
    throw error;
  }
});

async function start(builder: StackBuilder) {
  const server = await builder.startDatabase();
  const seededMark = path.join(folder, "seeded");
  const { urls, created } = await builder.prepareDatabase(server, { anew: !existsSync(seededMark) });
  const stack = await builder.startRest(server, urls);
  Object.assign(process.env, stack.environment);
  if (created) {
    const { seedDemo } = await import("./seed-demo");
    await seedDemo({ ...urls, onProgress: (line) => console.log(line) });
    await builder.collectStatistics(server);
    await writeFile(seededMark, new Date().toISOString());
  }
  await stack.startWorker();
  console.log(`Inbox: ${stack.inboxUrl}   Database: ${stack.superuserUrl}`);
  startNextDev(builder, stack.environment);
}

function startNextDev(builder: StackBuilder, environment: Record<string, string>) {
  const next = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "dev", "-H", "127.0.0.1", "-p", environment.PORT ?? "3000"],
    {
      env: { ...process.env, ...environment, NODE_ENV: "development" } as NodeJS.ProcessEnv,
      stdio: "inherit",
    },
  );
  builder.onStop(() => stopProcess(next, { signals: ["SIGTERM", "SIGKILL"], patienceMs: 5_000 }));
  next.once("exit", (code) => {
    void builder.stop().finally(() => process.exit(code ?? 0));
  });
}
