import { announceReady } from "../../scripts/lib/lifecycle";
import { timing } from "../lib/statistics";
import { fetchInTurn } from "./fetch-in-turn";
import { makeFlow } from "./flows";
import type { FetchJob, LoadJob, LoadResult } from "./load-job";

/** The load client's process: takes one job at a time from its parent and sends back what came of it. */
process.on("message", (job: LoadJob | FetchJob) => {
  const done = job.flow === "fetch" ? fetchInTurn(job) : runLoad(job);
  done.then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});
process.once("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole terminal; the parent decides when this ends.
process.on("SIGINT", () => {});
announceReady();

async function runLoad(job: LoadJob): Promise<LoadResult> {
  const flow = await makeFlow(job);
  const times: number[] = [];
  const errors: Record<string, number> = {};
  let acknowledged = 0;
  const startsAt = performance.now() + job.warmUpSeconds * 1000;
  const endsAt = startsAt + job.seconds * 1000;
  setTimeout(() => process.send?.("counting"), job.warmUpSeconds * 1000);
  let isCounted = false;

  const work = async (client: number) => {
    const run = await flow.open(client);
    for (let now = performance.now(); now < endsAt; now = performance.now()) {
      const problem = await run().catch((error: Error) => error.message);
      const ended = performance.now();
      if (problem === null) acknowledged += 1;
      if (ended < startsAt || ended > endsAt) continue;
      if (problem === null) times.push(ended - now);
      else errors[problem] = (errors[problem] ?? 0) + 1;
    }
    // Before any connection is closed, and surely before the result.
    if (!isCounted) process.send?.("counted");
    isCounted = true;
  };
  await Promise.all(Array.from({ length: job.clients }, (_, client) => work(client)));
  await flow.close();
  return { perSecond: times.length / job.seconds, milliseconds: timing(times), errors, acknowledged };
}
