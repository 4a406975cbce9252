import { Temporal } from "temporal-polyfill";
import type { PatternPeriod } from "./schema";

/** The day it is in the organization's time zone, as forms write it: "2026-11-22". */
export function today(now: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** Why something cannot have happened on a day: a key of the messages "errors", or null where it can. */
export function judgeDay(day: string, now: Date, timeZone: string): "dayInFuture" | "dayTooEarly" | null {
  if (day > today(now, timeZone)) return "dayInFuture";
  return day < "2000-01-01" ? "dayTooEarly" : null;
}

/** The first day of a period of so many days that ends today; null where the period has no beginning. */
export function firstDay(period: PatternPeriod, now: Date, timeZone: string): string | null {
  if (period === "all") return null;
  return Temporal.PlainDate.from(today(now, timeZone))
    .subtract({ days: Number(period) - 1 })
    .toString();
}
