import { Temporal } from "temporal-polyfill";
import { resolveLocalTime } from "@/features/encounters/rules";
import { DATE_ORDERS, type DateOrder } from "../formats";

const DATE = /^(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,4})(?![\d])/;
const TIME =
  /^(?:klo|kl\.?|at)?\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(z|[+-]\d{2}:?\d{2})?$/i;

type ReadTime = { time: Temporal.PlainTime; offset: string | null };
type ReadDate = { date: Temporal.PlainDate; clock: ReadTime | null };

/** A time of day: 14:05, 14.05, klo 14.05, 2:05 PM; null for anything else. */
export function readTime(text: string): ReadTime | null {
  const match = TIME.exec(text.trim());
  if (!match) return null;
  const [, hours = "", minutes = "", seconds = "0", half, offset] = match;
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  return {
    time: new Temporal.PlainTime(hour, Number(minutes), Number(seconds)),
    offset: offset?.toUpperCase() ?? null,
  };
}

/** A date, with or without a time after it, in an order; null when it cannot be read so. Two-digit years are 20xx. */
export function readDate(text: string, order: DateOrder): ReadDate | null {
  const trimmed = text.trim();
  const match = DATE.exec(trimmed);
  if (!match) return null;
  const [whole, first = "", separator, second = "", third = ""] = match;
  const parts = { ymd: [first, second, third], dmy: [third, second, first], mdy: [third, first, second] }[
    order
  ];
  const [year = "", month = "", day = ""] = parts;
  if (order === "mdy" && separator === ".") return null;
  if (year.length !== 4 && !(year.length === 2 && order !== "ymd")) return null;
  if (month.length > 2 || day.length > 2) return null;
  const rest = trimmed.slice(whole.length).replace(/^[\s,]*T?\s*/i, "");
  const clock = rest === "" ? null : readTime(rest);
  if (rest !== "" && !clock) return null;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  try {
    const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
    const date = new Temporal.PlainDate(fullYear, Number(month), Number(day));
    return { date, clock };
  } catch {
    return null;
  }
}

/**
 * The order a column's dates are written in: the one that reads most of them. `isCertain` is false when 21/11 and 11/21
 * read equally many (03/04/2026): then somebody has to say it. No readable date gives null.
 */
export function detectDateOrder(values: Iterable<string>): { order: DateOrder; isCertain: boolean } | null {
  const counts = { ymd: 0, dmy: 0, mdy: 0 };
  for (const value of values) {
    if (value === "") continue;
    for (const order of DATE_ORDERS) if (readDate(value, order)) counts[order] += 1;
  }
  const order = [...DATE_ORDERS].sort((a, b) => counts[b] - counts[a])[0] ?? "ymd";
  if (counts[order] === 0) return null;
  const rivals = DATE_ORDERS.filter((other) => other !== order && counts[other] === counts[order]);
  return { order, isCertain: rivals.length === 0 };
}

/** The order to start with for a column: what its dates say; where they do not tell, the order remembered, if it fits them. */
export function chooseDateOrder(values: string[], remembered: DateOrder | null): DateOrder | null {
  const detected = detectDateOrder(values);
  if (!detected) return remembered;
  if (detected.isCertain) return detected.order;
  return remembered && values.some((value) => value !== "" && readDate(value, remembered))
    ? remembered
    : null;
}

export type MomentProblem = "notADate" | "notATime" | "timeSkipped";
export type ReadMoment =
  | { ok: true; instant: Date; isDayOnly: boolean }
  | { ok: false; field: "occurredAt" | "time"; reason: MomentProblem };

/**
 * The moment of a row, from its date cell and, if it has one, its time cell. Without a zone of its own it is in `timeZone`;
 * an hour that comes twice in autumn means its first occurrence, a time skipped in spring is refused. A date alone means
 * noon, and not later than `now`.
 */
export function readMoment(
  dateCell: string,
  timeCell: string,
  order: DateOrder,
  timeZone: string,
  now: Date,
): ReadMoment {
  const read = readDate(dateCell, order);
  if (!read) return { ok: false, field: "occurredAt", reason: "notADate" };
  const clock = timeCell === "" ? read.clock : readTime(timeCell);
  if (timeCell !== "" && !clock) return { ok: false, field: "time", reason: "notATime" };
  if (!clock) {
    const noon = resolveLocalTime(read.date.toPlainDateTime(new Temporal.PlainTime(12)), timeZone);
    const midnight = new Date(read.date.toZonedDateTime(timeZone).epochMilliseconds);
    if (noon.status === "missing" || (noon.instant > now && midnight <= now)) {
      return { ok: true, instant: now, isDayOnly: true };
    }
    return { ok: true, instant: noon.instant, isDayOnly: true };
  }
  const local = read.date.toPlainDateTime(clock.time);
  if (clock.offset) {
    return {
      ok: true,
      instant: new Date(Temporal.Instant.from(`${local}${clock.offset}`).epochMilliseconds),
      isDayOnly: false,
    };
  }
  const resolved = resolveLocalTime(local, timeZone);
  if (resolved.status === "missing") {
    return { ok: false, field: timeCell === "" ? "occurredAt" : "time", reason: "timeSkipped" };
  }
  return { ok: true, instant: resolved.instant, isDayOnly: false };
}
