/** Minutes in each unit a delay is written in. */
export const UNIT_MINUTES = { minutes: 1, hours: 60, days: 24 * 60 } as const;
export type DelayUnit = keyof typeof UNIT_MINUTES;
export const DELAY_UNITS: DelayUnit[] = ["minutes", "hours", "days"];

/** Longest delay a survey may have: 30 days. */
export const LONGEST_DELAY_MINUTES = 30 * UNIT_MINUTES.days;

/** A delay in the largest unit in which it is a whole number: 120 minutes are 2 hours, 90 stay minutes. */
export function splitDelay(minutes: number): { amount: number; unit: DelayUnit } {
  const unit = DELAY_UNITS.findLast((candidate) => minutes > 0 && minutes % UNIT_MINUTES[candidate] === 0);
  return { amount: minutes / UNIT_MINUTES[unit ?? "minutes"], unit: unit ?? "minutes" };
}
