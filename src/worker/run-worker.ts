import "server-only";
import { Logger, parseCronItems, run, type TaskList, WorkerPreset } from "graphile-worker";
import pg from "pg";
import { closeDatabase } from "@/server/database";
import { getEnv } from "@/server/env";
import { log } from "@/server/log";
import { closeMailConnections } from "@/server/mail-connections";
import { closeTimedCommits } from "@/server/timed-commit";
import { startLifeSign } from "@/worker/dead-workers";
import { schedule } from "@/worker/schedule";

export type RunningWorker = {
  /** Takes no new job, lets those in flight finish, then closes every connection. */
  stop(): Promise<void>;
  /** Settles when the worker has ended: rejects when nobody asked it to. */
  ended: Promise<void>;
};

/** Works through the queue of DATABASE_URL until it is stopped. */
export async function runWorker(taskList: TaskList): Promise<RunningWorker> {
  const { DATABASE_URL, WORKER_CONCURRENCY } = getEnv();
  const pool = new pg.Pool({
    connectionString: DATABASE_URL,
    // One for each job, one that listens for new ones, one for the schedule.
    max: WORKER_CONCURRENCY + 2,
    application_name: "lastmetre worker",
  });
  const connectionLost = (error: Error) => log("warn", "worker.database-connection-lost", { error });
  pool.on("error", connectionLost);
  pool.on("connect", (client) => client.on("error", connectionLost));
  const lifeSign = await startLifeSign(DATABASE_URL);
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCronItems(schedule.filter((item) => item.task in taskList)),
    concurrency: WORKER_CONCURRENCY,
    pollInterval: 1_000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 25_000,
    logger: queueLogger(),
    preset: { extends: [WorkerPreset], plugins: [lifeSign.plugin] },
  });

  let stopping: Promise<void> | undefined;
  return {
    ended: runner.promise,
    stop() {
      stopping ??= (async () => {
        await runner.stop().catch(() => {}); // It had stopped by itself; `ended` tells why.
        await lifeSign.stop();
        await pool.end();
        closeMailConnections();
        await closeTimedCommits();
        await closeDatabase();
      })();
      return stopping;
    },
  };
}

function queueLogger(): Logger {
  const levels = { error: "error", warning: "warn", info: "debug", debug: "debug" } as const;
  return new Logger((scope) => (level, message) => {
    log(levels[level as keyof typeof levels] ?? "debug", "worker.queue", {
      message,
      task: scope.taskIdentifier,
      job: scope.jobId,
    });
  });
}
