import { Temporal } from "temporal-polyfill";
import { readDate } from "@/features/imports/rules/read-moment";
import type { DateForm } from "../formats";
import { readNumber } from "./read-score";
import { serialToText } from "./serial-date";

/** A day, and the time on it where the file tells one. */
export type DayReading = { date: Temporal.PlainDate; time: Temporal.PlainTime | null; offset: string | null };

export const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2100;
const YEAR_FIRST = /^\d{4}[./-]/;

/**
 * A date cell in a form; null when it cannot be read so, or is not of 1990–2100. A year-first date reads the same in every
 * form, because nobody writes year, day, month.
 */
export function readDay(text: string, form: DateForm): DayReading | null {
  if (YEAR_FIRST.test(text)) return within(readDate(text, "ymd"));
  if (form === "serial" || form === "serial1904") {
    const serial = readNumber(text);
    const iso = serial === null ? null : serialToText(serial, form === "serial" ? 1900 : 1904);
    return iso === null ? null : within(readDate(iso, "ymd"));
  }
  return within(readDate(text, form));
}

function within(read: ReturnType<typeof readDate>): DayReading | null {
  if (!read || read.date.year < EARLIEST_YEAR || read.date.year > LATEST_YEAR) return null;
  return { date: read.date, time: read.clock?.time ?? null, offset: read.clock?.offset ?? null };
}

/** A day from its parts; null when there is no such day. Years of two digits are 20xx. */
export function dayOfParts(year: number, month: number, day: number): DayReading | null {
  const fullYear = year >= 0 && year < 100 ? 2000 + year : year;
  if (fullYear < EARLIEST_YEAR || fullYear > LATEST_YEAR) return null;
  try {
    return {
      date: Temporal.PlainDate.from({ year: fullYear, month, day }, { overflow: "reject" }),
      time: null,
      offset: null,
    };
  } catch {
    return null;
  }
}

/** Forms tried on a column nobody has spoken about. Counting from 1904 has to be chosen: it reads whatever 1900 reads. */
export const TRIED_FORMS = ["ymd", "dmy", "mdy", "serial"] as const satisfies readonly DateForm[];

/** The day of a cell in each tried form, as ISO text. */
export function readDayInForms(text: string): Map<DateForm, string | null> {
  return new Map(TRIED_FORMS.map((form) => [form, readDay(text, form)?.date.toString() ?? null]));
}
