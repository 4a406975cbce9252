import "server-only";
import { runCommand } from "../../scripts/lib/command-line";
import { requireEnvironment } from "../../scripts/lib/environment-file";
import { announceReady, stopOnSignal } from "../../scripts/lib/lifecycle";
import { requireUsableDatabase } from "../../scripts/lib/start-checks";
import { log } from "../server/log";
import { runWorker } from "./run-worker";
import { taskList } from "./tasks";

/** The worker process; `npm start` runs it beside the web server, `npm start -- --worker` alone. */
runCommand(async () => {
  const environment = requireEnvironment();
  await requireUsableDatabase(environment.DATABASE_URL);
  const worker = await runWorker(taskList());
  let stopping = false;
  stopOnSignal(async () => {
    stopping = true;
    log("info", "worker.stopping");
    await worker.stop();
  });
  log("info", "worker.started", { concurrency: environment.WORKER_CONCURRENCY });
  announceReady();
  await worker.ended;
  if (!stopping) throw new Error("The worker stopped unexpectedly.");
});
