import { formatValue } from "@/metrics/format";
import { HEADLINES } from "@/metrics/headline";
import type { MetricKey } from "@/metrics/score-distribution";

const TICKS: Record<MetricKey, readonly number[]> = {
  nps: [-100, -50, 0, 50, 100],
  csat: [0, 0.25, 0.5, 0.75, 1],
  ces: [1, 2, 3, 4, 5, 6, 7],
};

/** The whole scale of a metric's figure, so that charts of it can be compared by eye. */
export function scaleOf(metric: MetricKey): [number, number] {
  const { low, high } = HEADLINES[metric].scale;
  return [low, high];
}

/** Marks on the axis of a metric's figure; the scale's own points, so whole numbers need no decimals. */
export function ticksOf(metric: MetricKey, locale: string): { value: number; label: string }[] {
  const { unit } = HEADLINES[metric];
  return TICKS[metric].map((value) => ({
    value,
    label: unit === "mean" ? String(value) : formatValue(value, unit, locale),
  }));
}

type Ticks = ReturnType<typeof ticksOf>;

/** The part of the scale, from mark to mark, that holds these values: for charts in which dots must be told apart. */
export function scaleAround(
  metric: MetricKey,
  values: readonly number[],
  ticks: Ticks,
): { domain: [number, number]; ticks: Ticks } {
  const { low, high } = HEADLINES[metric].scale;
  const lowest = values.reduce((a, b) => Math.min(a, b), high);
  const highest = values.reduce((a, b) => Math.max(a, b), low);
  const from = ticks.findLast(({ value }) => value <= lowest)?.value ?? low;
  const to = ticks.find(({ value }) => value >= highest)?.value ?? high;
  return { domain: [from, to], ticks: ticks.filter(({ value }) => value >= from && value <= to) };
}
