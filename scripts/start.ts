import type { Environment } from "../src/server/env";
import { serverCodeFlags, startChild } from "./lib/child";
import { parseCommandLine, runCommand } from "./lib/command-line";
import { requireEnvironment } from "./lib/environment-file";
import { announceReady, shutdownPatienceMs, stopOnSignal } from "./lib/lifecycle";
import { requireUsableDatabase } from "./lib/start-checks";

const help = `Usage: npm start [-- --web | --worker]

Serves the production build (npm run build) and works through the job queue, on the database of DATABASE_URL. Every
variable is explained in .env.example; a .env file in this folder is read. SIGTERM or Ctrl-C finishes the requests and
jobs in flight; a second one, or 30 seconds, ends at once.

  --web      only the web server
  --worker   only the worker
  --help     show this text`;

runCommand(async () => {
  const { values } = parseCommandLine({
    help,
    options: { web: { type: "boolean" }, worker: { type: "boolean" } },
  });
  const both = !values.web && !values.worker;
  const withWeb = both || values.web === true;
  const withWorker = both || values.worker === true;
  const environment = requireEnvironment();
  // The server and its configuration behave differently under any other value.
  Object.assign(process.env, { NODE_ENV: "production" });
  await requireUsableDatabase(environment.DATABASE_URL);

  const worker = withWorker ? startWorkerProcess() : undefined;
  const web = withWeb ? startWeb(environment) : undefined;
  const stopWeb = async () => (await web?.catch(() => undefined))?.stop();
  stopOnSignal(
    async () => {
      await Promise.all([worker?.stop(), stopWeb()]);
    },
    { force: () => worker?.kill() },
  );
  worker?.onUnexpectedExit((line) => {
    console.error(`${line} The web server stops as well.`);
    setTimeout(() => process.exit(1), shutdownPatienceMs);
    void stopWeb().finally(() => process.exit(1));
  });
  try {
    await Promise.all([web, worker?.ready]);
  } catch (error) {
    await stopWeb();
    await worker?.stop();
    throw error;
  }
  announceReady();
});

async function startWeb(environment: Environment) {
  const { HOST, PORT, APP_URL } = environment;
  // Loaded here, so that a worker alone does not carry the web framework.
  const { startWebServer } = await import("./lib/web-server");
  const server = await startWebServer(
    { host: HOST, port: PORT },
    {
      concurrency: environment.WEB_CONCURRENCY,
      queue: environment.WEB_QUEUE,
      waitMilliseconds: environment.WEB_QUEUE_SECONDS * 1000,
    },
  );
  console.log(`Lastmetre listens on port ${PORT}, for ${APP_URL}`);
  return server;
}

function startWorkerProcess() {
  return startChild({
    name: "worker",
    program: "src/worker/main.ts",
    nodeFlags: serverCodeFlags,
  });
}
