import type { AuditFigure } from "@/metrics/audit-figure";
import { percentAsShare } from "@/metrics/format";
import type { Interval } from "@/metrics/interval";

/** A figure as texts and sheets write shares: 0…1. */
export type ShareOfOne = { value: number | null; interval: Interval | null; unit: "share"; n: number };

/** A mean score, which is in percent, as a share. */
export function asShare({ score, interval, n }: Pick<AuditFigure, "score" | "interval" | "n">): ShareOfOne {
  return { value: percentAsShare(score), interval: percentInterval(interval), unit: "share", n };
}

/** Both ends of an interval of percentages as shares. */
export function percentInterval(interval: Interval | null): Interval | null {
  return interval && { low: interval.low / 100, high: interval.high / 100 };
}
