import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock. */
const TICKS_PER_SECOND = 100;

/** Processor seconds of some processes, by the name they are reported under. */
export type CpuUsage = Record<string, number>;

type Stat = { pid: number; parent: number; seconds: number };

/** Processor seconds that each tree of processes has used so far, those that ended in it included. */
export function readCpu(roots: Record<string, number | undefined>): CpuUsage {
  const stats = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(Number(name)));
  return Object.fromEntries(
    Object.entries(roots).flatMap(([name, pid]) => (pid === undefined ? [] : [[name, sumTree(stats, pid)]])),
  );
}

/** What was used between two readings. */
export function cpuBetween(before: CpuUsage, after: CpuUsage): CpuUsage {
  return Object.fromEntries(Object.entries(after).map(([name, now]) => [name, now - (before[name] ?? 0)]));
}

function sumTree(stats: Stat[], root: number): number {
  const inTree = new Set([root]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { pid, parent } of stats) {
      if (inTree.has(parent) && !inTree.has(pid)) {
        inTree.add(pid);
        grew = true;
      }
    }
  }
  return stats.reduce((sum, stat) => (inTree.has(stat.pid) ? sum + stat.seconds : sum), 0);
}

function readStat(pid: number): Stat[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold anything; after it come state, parent, …, and as 12th to 15th the times.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const times = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [{ pid, parent: Number(fields[1]), seconds: times / TICKS_PER_SECOND }];
  } catch {
    return [];
  }
}

/** Resident memory of a process in MB: now, and the most since it started or since `resetPeakMemory`. */
export function readMemory(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: read("VmRSS"), peak: read("VmHWM") };
}

/** Begins anew to watch for the most memory that a process holds. */
export function resetPeakMemory(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}
