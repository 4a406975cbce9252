/** Percentile of a sample by the nearest rank; NaN for an empty one. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] as number;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

/** One figure measured once per run: its median over the runs, and the least and greatest of them. */
export type Spread = { median: number; min: number; max: number; runs: number[] };

export function spread(runs: readonly number[]): Spread {
  return { median: median(runs), min: Math.min(...runs), max: Math.max(...runs), runs: [...runs] };
}

/** What a sample of times looks like. */
export type Timing = { p50: number; p95: number; p99: number; max: number; n: number };

export function timing(milliseconds: readonly number[]): Timing {
  return {
    p50: median(milliseconds),
    p95: percentile(milliseconds, 0.95),
    p99: percentile(milliseconds, 0.99),
    max: percentile(milliseconds, 1),
    n: milliseconds.length,
  };
}
