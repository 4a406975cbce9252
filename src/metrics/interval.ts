/** A 95 % confidence interval, in the unit of the figure it belongs to. */
export type Interval = { readonly low: number; readonly high: number };

/** Cuts an interval at the ends of the scale, where no true value can lie beyond. */
export function clipInterval(interval: Interval, scale: Interval): Interval {
  const clip = (value: number) => Math.min(scale.high, Math.max(scale.low, value));
  return { low: clip(interval.low), high: clip(interval.high) };
}

/** Widens an interval just enough to contain the value. */
export function includeInInterval(interval: Interval, value: number): Interval {
  return { low: Math.min(interval.low, value), high: Math.max(interval.high, value) };
}

/** Whether two intervals share a value; touching ends count. */
export function intervalsOverlap(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}
