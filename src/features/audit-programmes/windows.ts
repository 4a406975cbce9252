import { Temporal } from "temporal-polyfill";

/**
 * An assignment's window: [startsAt, endsAt), whole days in the organization's time zone, told by its first and last day
 * ("2026-11-22").
 */
export type VisitWindow = { windowStartsAt: Date; windowEndsAt: Date };

/** The window of whole days, the last one included. @throws RangeError for what is no day */
export function windowOfDays(firstDay: string, lastDay: string, timeZone: string): VisitWindow {
  return {
    windowStartsAt: startOfDay(Temporal.PlainDate.from(firstDay), timeZone),
    windowEndsAt: startOfDay(Temporal.PlainDate.from(lastDay).add({ days: 1 }), timeZone),
  };
}

/** The first and last day of a window. */
export function daysOfWindow(window: VisitWindow, timeZone: string): { firstDay: string; lastDay: string } {
  return {
    firstDay: dayOf(window.windowStartsAt, timeZone),
    lastDay: dayOf(new Date(window.windowEndsAt.getTime() - 1), timeZone),
  };
}

/** The calendar day of an instant in a time zone. */
export function dayOf(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The hour (0–23) of an instant on a zone's clock. */
export function hourOf(instant: Date, timeZone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).hour;
}

/** The day of a column without a time zone (PostgreSQL's `date`, read as midnight UTC). */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** A day for a column without a time zone. */
export function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** From one day to another, both as "2026-11-22"; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "days" }).days;
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** "21.11.2026", "21 Nov 2026". */
export function formatDay(day: string, locale: string): string {
  return dayFormat(locale).format(asDate(day));
}

/** "24.8.–21.11.2026"; one day is written once. */
export function formatDays(firstDay: string, lastDay: string, locale: string): string {
  return dayFormat(locale).formatRange(asDate(firstDay), asDate(lastDay));
}

function dayFormat(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    timeZone: "UTC",
    day: "numeric",
    month: locale === "fi" ? "numeric" : "short",
    year: "numeric",
  });
}

function startOfDay(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}
