import { Temporal } from "temporal-polyfill";
import type { DayReading } from "./read-day";

type DayInZone = { noon: number; isFuture: boolean; isToday: boolean; offset: number | null };

const HOUR = 3600_000;

/**
 * Turns days and times of a file into instants of a time zone, quickly for many rows of the same days: what a day needs of
 * the zone is worked out once.
 */
export function dayInstants(timeZone: string, now: Date) {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const days = new Map<string, DayInZone>();

  function inZone(date: Temporal.PlainDate): DayInZone {
    const key = date.toString();
    let day = days.get(key);
    if (!day) {
      const start = date.toZonedDateTime(timeZone);
      const end = date.add({ days: 1 }).toZonedDateTime(timeZone);
      const order = Temporal.PlainDate.compare(date, today);
      day = {
        noon: date.toZonedDateTime({ timeZone, plainTime: "12:00" }).epochMilliseconds,
        isFuture: order > 0,
        isToday: order === 0,
        offset: start.offset === end.offset ? start.offsetNanoseconds / 1e6 : null,
      };
      if (days.size < 50_000) days.set(key, day);
    }
    return day;
  }

  /**
   * When an answer was given: its time, or noon where only the day is known (and not later than `now`). `identity` is the
   * same without regard to `now`. Null for a time that has not come.
   */
  return function instantOf({ date, time, offset }: DayReading): { at: number; identity: number } | null {
    const day = inZone(date);
    if (!time) {
      if (day.isFuture) return null;
      return { at: day.isToday ? Math.min(day.noon, now.getTime()) : day.noon, identity: day.noon };
    }
    let at: number;
    if (offset !== null) {
      at = Temporal.Instant.from(`${date.toPlainDateTime(time)}${offset}`).epochMilliseconds;
    } else if (day.offset !== null) {
      at = Date.UTC(date.year, date.month - 1, date.day, time.hour, time.minute, time.second) - day.offset;
    } else {
      // A day on which the clocks are set: a time that is skipped is taken an hour later, one that comes twice at first.
      at = date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
    }
    return at > now.getTime() + HOUR ? null : { at: Math.min(at, now.getTime()), identity: at };
  };
}
