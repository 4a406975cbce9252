import type { Spread } from "../lib/statistics";

/** A number with as many digits as it deserves: 3 significant ones, thousands apart. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const magnitude = Math.abs(value);
  if (magnitude >= 100) return Math.round(value).toLocaleString("en-GB");
  return value.toFixed(magnitude >= 10 ? 1 : 2);
}

/** "12.3 (11.9–13.0)": the median of the runs, and the least and greatest of them. */
export function formatSpread({ median, min, max, runs }: Spread): string {
  if (runs.length < 2) return formatNumber(median);
  return `${formatNumber(median)} (${formatNumber(min)}–${formatNumber(max)})`;
}

export const formatPercent = (share: number) => `${formatNumber(share * 100)} %`;
export const formatTimes = (ratio: number) => `${formatNumber(ratio)} ×`;
