import { Temporal } from "temporal-polyfill";
import type { Random } from "../../tests/factories/random";

/** Stores are busiest on Saturdays, nearly empty on Sundays. Monday first. */
const WEEKDAY_WEIGHTS = [0.9, 0.85, 0.9, 1, 1.2, 1.45, 0.3];
/** January and July are quiet, November and December busy. January first. */
const MONTH_WEIGHTS = [0.85, 0.9, 1, 1, 1.05, 0.95, 0.75, 0.95, 1.05, 1.05, 1.15, 1.2];
const OPENING_HOURS = [9, 10, 11, 12, 12, 13, 13, 14, 14, 15, 15, 16, 16, 17, 17, 18, 19] as const;

/** `count` moments of encounters in the months before `now`, in order, with the rhythm of weeks, seasons and days. */
export function spreadEncounters(
  random: Random,
  options: { count: number; months: number; now: Date; timeZone: string },
): Date[] {
  const now = Temporal.Instant.fromEpochMilliseconds(options.now.getTime());
  const today = now.toZonedDateTimeISO(options.timeZone).toPlainDate();
  const days: (readonly [Temporal.PlainDate, number])[] = [];
  for (
    let day = today.subtract({ months: options.months });
    Temporal.PlainDate.compare(day, today) <= 0;
    day = day.add({ days: 1 })
  ) {
    const weight = (WEEKDAY_WEIGHTS[day.dayOfWeek - 1] ?? 1) * (MONTH_WEIGHTS[day.month - 1] ?? 1);
    days.push([day, weight]);
  }
  const moments: Date[] = [];
  while (moments.length < options.count) {
    const day = random.pickWeighted(days);
    const moment = day.toZonedDateTime({
      timeZone: options.timeZone,
      plainTime: { hour: random.pick(OPENING_HOURS), minute: random.integer(0, 59) },
    });
    if (Temporal.Instant.compare(moment.toInstant(), now) < 0)
      moments.push(new Date(moment.epochMilliseconds));
  }
  return moments.sort((a, b) => a.getTime() - b.getTime());
}
