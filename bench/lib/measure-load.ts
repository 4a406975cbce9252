import type { LoadJob, LoadResult } from "../load/load-job";
import type { SizeContext } from "./bench-context";
import { type CpuUsage, cpuBetween, readCpu, readMemory, resetPeakMemory } from "./process-usage";

/** A load, the processor seconds it cost each process for each second, and the most memory the product's two held. */
export type MeasuredLoad = LoadResult & { cpu: CpuUsage; webMegabytes: number; workerMegabytes: number };

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
  resetPeakMemory(server.webPid);
  resetPeakMemory(server.workerPid);
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
  return {
    ...result,
    cpu: Object.fromEntries(used),
    webMegabytes: readMemory(server.webPid).peak,
    workerMegabytes: readMemory(server.workerPid).peak,
  };
}
