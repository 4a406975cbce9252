import type { LoadJob, LoadResult } from "../load/load-job";
import type { SizeContext } from "./bench-context";
import { type CpuUsage, cpuBetween, readCpu } from "./process-usage";

/** A load, and the processor seconds it cost each process for each second. */
export type MeasuredLoad = LoadResult & { cpu: CpuUsage };

/** Puts the load on and reads what the processes used while it was counted. */
export async function measureLoad(
  { client, database, server }: SizeContext,
  job: LoadJob,
  others: Record<string, number> = {},
): Promise<MeasuredLoad> {
  const roots = {
    web: server.webPid,
    worker: server.workerPid,
    postgresql: database.pid,
    client: client.pid,
    ...others,
  };
  let before: CpuUsage = {};
  let after: CpuUsage = {};
  const result = await client.load(
    job,
    () => {
      before = readCpu(roots);
    },
    () => {
      after = readCpu(roots);
    },
  );
  const used = Object.entries(cpuBetween(before, after)).map(([name, seconds]) => [
    name,
    seconds / job.seconds,
  ]);
  return { ...result, cpu: Object.fromEntries(used) };
}
