import { Temporal } from "temporal-polyfill";
import { resolveLocalTime } from "@/features/encounters/rules";

/** An instant as the wall clock of a time zone shows it, for a date-and-time field ("2026-11-22T09:05"); "" for none. */
export function toWallClock(instant: string | null, timeZone: string): string {
  if (!instant) return "";
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}

/**
 * The instant that a date-and-time field means in a time zone; of an hour that comes twice the first. Null for an empty or
 * half-filled field and for a time that the spring's clock change skips.
 */
export function fromWallClock(local: string, timeZone: string): string | null {
  if (!local) return null;
  try {
    const time = resolveLocalTime(local, timeZone);
    return time.status === "missing" ? null : time.instant.toISOString();
  } catch {
    return null;
  }
}

/** This minute as an instant. */
export function thisMinute(now: Date): string {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString();
}

/** Whole minutes between two instants; null unless both are there and in order. */
export function minutesBetween(start: string | null, end: string | null): number | null {
  if (!start || !end) return null;
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
  return minutes >= 0 ? minutes : null;
}
