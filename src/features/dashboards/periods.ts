import { Temporal } from "temporal-polyfill";

/** Periods a reader can choose by name. Those ending "today" include today, which is still going on. */
export const PERIOD_PRESETS = ["7d", "30d", "90d", "this-month", "last-month", "this-year", "12m"] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** What was chosen: a name, or first and last day (both included), as ISO dates. */
export type PeriodChoice = PeriodPreset | { readonly firstDay: string; readonly lastDay: string };

/**
 * A span of whole calendar days in the organization's time zone, and the same span as instants.
 * Half-open: `from` ≤ t < `to`; `dayAfter` is the first day that no longer belongs to it.
 */
export type Period = {
  readonly firstDay: string;
  readonly dayAfter: string;
  readonly from: Date;
  readonly to: Date;
};

/** How points of a trend are cut: ISO weeks (Monday first) or calendar months. */
export type Interval = "week" | "month";

/** One point's span: cut at the ends of the period, so the first and last may be shorter than a week or month. */
export type Bucket = Period & {
  /** First day of the whole week or month, as PostgreSQL's date_trunc names it. */
  readonly key: string;
  /** The period covers only a part of this week or month. */
  readonly isPartial: boolean;
};

/** Custom periods reach at most this far: every bucket becomes a point on a screen. */
export const LONGEST_PERIOD_DAYS = 3660;

const PRESET_DURATIONS: Partial<Record<PeriodPreset, Temporal.DurationLike>> = {
  "7d": { days: 7 },
  "30d": { days: 30 },
  "90d": { days: 90 },
  "12m": { months: 12 },
};

/**
 * The days a choice stands for at the instant `now`. "30d" is 30 calendar days, today the last of them; a "this" period
 * runs up to and including today; "last-month" is a whole calendar month.
 * @throws RangeError for an unknown time zone or a malformed custom day
 */
export function resolvePeriod(choice: PeriodChoice, now: Date, timeZone: string): Period {
  if (typeof choice === "object") {
    const lastDay = Temporal.PlainDate.from(choice.lastDay);
    return makePeriod(Temporal.PlainDate.from(choice.firstDay), lastDay.add({ days: 1 }), timeZone);
  }
  const today = dayAt(now, timeZone);
  const tomorrow = today.add({ days: 1 });
  const monthStart = today.with({ day: 1 });
  switch (choice) {
    case "this-month":
      return makePeriod(monthStart, tomorrow, timeZone);
    case "last-month":
      return makePeriod(monthStart.subtract({ months: 1 }), monthStart, timeZone);
    case "this-year":
      return makePeriod(today.with({ month: 1, day: 1 }), tomorrow, timeZone);
    default:
      return makePeriod(tomorrow.subtract(PRESET_DURATIONS[choice] ?? {}), tomorrow, timeZone);
  }
}

/** The period just before, of the same number of calendar days: it ends where the given one begins. */
export function resolvePreviousPeriod(period: Period, timeZone: string): Period {
  const firstDay = Temporal.PlainDate.from(period.firstDay);
  return makePeriod(firstDay.subtract({ days: countDays(period) }), firstDay, timeZone);
}

/** Calendar days in the period, whatever their length in hours. */
export function countDays(period: Period): number {
  return Temporal.PlainDate.from(period.firstDay).until(Temporal.PlainDate.from(period.dayAfter), {
    largestUnit: "day",
  }).days;
}

/** The last day that belongs to the period, as an ISO date. */
export function lastDayOf(period: Period): string {
  return Temporal.PlainDate.from(period.dayAfter).subtract({ days: 1 }).toString();
}

/** Weeks up to six months, months beyond: more points than that cannot be told apart on a screen. */
export function chooseInterval(period: Period): Interval {
  const sixMonthsOn = Temporal.PlainDate.from(period.firstDay).add({ months: 6 });
  return Temporal.PlainDate.compare(period.dayAfter, sixMonthsOn) <= 0 ? "week" : "month";
}

/** Every week or month that the period touches, in order, also those in which nobody will have answered. */
export function listBuckets(period: Period, interval: Interval, timeZone: string): Bucket[] {
  const first = Temporal.PlainDate.from(period.firstDay);
  const dayAfter = Temporal.PlainDate.from(period.dayAfter);
  const buckets: Bucket[] = [];
  let start = interval === "week" ? first.subtract({ days: first.dayOfWeek - 1 }) : first.with({ day: 1 });
  while (Temporal.PlainDate.compare(start, dayAfter) < 0) {
    const next = start.add(interval === "week" ? { weeks: 1 } : { months: 1 });
    const cutStart = laterOf(start, first);
    const cutEnd = laterOf(next, dayAfter) === next ? dayAfter : next;
    buckets.push({
      key: start.toString(),
      isPartial: !cutStart.equals(start) || !cutEnd.equals(next),
      ...makePeriod(cutStart, cutEnd, timeZone),
    });
    start = next;
  }
  return buckets;
}

/** ISO week number of an ISO date, 1…53. */
export function isoWeek(day: string): number {
  return Temporal.PlainDate.from(day).weekOfYear ?? 0;
}

/** Today in a time zone, as an ISO date. */
export function todayIn(now: Date, timeZone: string): string {
  return dayAt(now, timeZone).toString();
}

/** Whether a text is an ISO date (yyyy-mm-dd) of the calendar; 2027-02-29 is not. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

function dayAt(now: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
}

function makePeriod(first: Temporal.PlainDate, dayAfter: Temporal.PlainDate, timeZone: string): Period {
  return {
    firstDay: first.toString(),
    dayAfter: dayAfter.toString(),
    from: startOfDay(first, timeZone),
    to: startOfDay(dayAfter, timeZone),
  };
}

/** The first instant of a day; where a clock change skips midnight that is 01:00. */
function startOfDay(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}

function laterOf(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
}

/** Date and time on a zone's clock, sortable and understood by spreadsheets: "2026-11-21 14:05". */
export function writeLocalTime(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" })
    .replace("T", " ");
}
