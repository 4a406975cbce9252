import "server-only";
import type {} from "graphile-worker";
import pg from "pg";
import { log } from "@/server/log";

/**
 * A worker that is killed leaves its jobs locked, and the queue gives them back after four hours only. So each living
 * worker holds an advisory lock that PostgreSQL drops with its connection, and jobs whose worker holds none are freed.
 */
export type LifeSign = {
  /** For the queue's `preset.plugins`: no worker takes a job before its life sign can be seen by the others. */
  plugin: GraphileConfig.Plugin;
  /** Frees the jobs of workers that were without a life sign for two looks in a row; returns those workers' ids. */
  freeJobsOfDeadWorkers(): Promise<string[]>;
  stop(): Promise<void>;
};

/** The first of the two numbers of the advisory locks, so that they meet no others. */
const lockSpace = 7_283_003;

/**
 * Two looks this far apart have to miss a worker: long enough for a living one to come back after its connection
 * broke, short enough that nobody notices a mail was late.
 */
const lookEveryMs = 5_000;

/** Starts giving signs of life over one connection of its own, and looking for dead workers. */
export async function startLifeSign(connectionString: string): Promise<LifeSign> {
  const ownIds = new Set<string>();
  let stopped = false;
  let connection = connect();
  await connection;

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString, application_name: "lastmetre worker", keepAlive: true });
    client.on("error", () => {}); // "end" follows and is dealt with.
    await client.connect();
    client.once("end", () => {
      if (stopped) return;
      log("warn", "worker.life-sign-lost");
      connection = reconnect();
      connection.catch(() => {});
    });
    for (const id of ownIds) await holdLock(client, id);
    return client;
  }

  async function reconnect(): Promise<pg.Client> {
    while (!stopped) {
      try {
        return await connect();
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
    throw new Error("the worker is stopping");
  }

  async function announce(id: string): Promise<void> {
    if (ownIds.has(id)) return;
    ownIds.add(id);
    await holdLock(await connection, id);
  }

  const missedOnce = new Set<string>();

  async function freeJobsOfDeadWorkers(): Promise<string[]> {
    const client = await connection;
    const missing = await listWorkersWithoutLifeSign(client);
    const dead = missing.filter((id) => missedOnce.has(id));
    missedOnce.clear();
    for (const id of missing) missedOnce.add(id);
    if (dead.length > 0) {
      await client.query("select graphile_worker.force_unlock_workers($1::text[])", [dead]);
      log("warn", "worker.jobs-of-dead-workers-freed", { workers: dead.length });
    }
    return dead;
  }

  const look = () => {
    freeJobsOfDeadWorkers().catch((error: unknown) => log("warn", "worker.look-failed", { error }));
  };
  look();
  const timer = setInterval(look, lookEveryMs);

  return {
    plugin: {
      name: "LifeSignPlugin",
      version: "1.0.0",
      worker: {
        hooks: {
          // The queue notes the pool's id, not the single worker's, as the holder of a job.
          startWorker: (_context, event) => announce(event.worker.workerPool.id),
        },
      },
    },
    freeJobsOfDeadWorkers,
    async stop() {
      stopped = true;
      clearInterval(timer);
      const client = await connection.catch(() => undefined);
      await client?.end().catch(() => {});
    },
  };
}

async function holdLock(client: pg.Client, id: string): Promise<void> {
  await client.query("select pg_advisory_lock($1, hashtext($2))", [lockSpace, id]);
}

async function listWorkersWithoutLifeSign(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from (
       select locked_by as id from graphile_worker._private_jobs where locked_by is not null
       union
       select locked_by from graphile_worker._private_job_queues where locked_by is not null) as holders
     where not exists (
       select from pg_locks
       where locktype = 'advisory' and granted and objsubid = 2
         and database = (select oid from pg_database where datname = current_database())
         and classid::bigint = $1 and objid::bigint = (hashtext(id)::bigint & 4294967295))`,
    [lockSpace],
  );
  return rows.map((row) => row.id);
}
