import "server-only";
import { getLocale } from "next-intl/server";

/** Moments on the organization's clock, in the reader's language; European order in both languages. */
export async function getTimeTexts(timeZone: string) {
  const locale = (await getLocale()) === "en" ? "en-GB" : "fi";
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (instant: Date) => formatter.format(instant);
  };
  const month = locale === "fi" ? ("numeric" as const) : ("short" as const);
  return {
    /** "21.11.2026 klo 14.05", "21 Nov 2026, 14:05" */
    moment: format({ dateStyle: "medium", timeStyle: "short" }),
    /** The same without the year, for what is near. */
    nearMoment: format({ day: "numeric", month, hour: "numeric", minute: "2-digit" }),
    /** "3.12.2026", "3 Dec 2026" */
    day: format({ day: "numeric", month, year: "numeric" }),
  };
}
