import { createTranslator } from "next-intl";
import type { Locale } from "@/i18n/locale";
import { MESSAGES } from "@/i18n/messages";
import { formatDifference, formatScore, percentAsShare } from "@/metrics/format";

/** Words, numbers and times of a report in one language, whoever's request it is. */
export type ReportTexts = ReturnType<typeof makeReportTexts>;

export function makeReportTexts(locale: Locale, timeZone: string) {
  const messages = MESSAGES[locale];
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { timeZone, ...options });
    return (instant: Date) => format.format(instant);
  };
  const month = locale === "fi" ? ("numeric" as const) : ("short" as const);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone });
  const isoTime = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  const points = (value: number) => number.format(value).replace("-", "−");
  return {
    locale,
    t: createTranslator({ locale, messages, namespace: "auditReport" }),
    common: createTranslator({ locale, messages, namespace: "common" }),
    /** "21.11.2026", "21 Nov 2026" */
    day: dates({ day: "numeric", month, year: "numeric" }),
    time: dates({ hour: "numeric", minute: "2-digit" }),
    isoDay: (instant: Date) => isoDay.format(instant),
    /** "2026-11-21 14:05" on the organization's clock, for tables. */
    isoMoment: (instant: Date) => `${isoDay.format(instant)} ${isoTime.format(instant)}`,
    number: points,
    /** A score of 0–100 in whole percent; "–" where there is none. */
    score: (score: number | null) => formatScore(score, locale),
    /** A difference of scores with one decimal; the unit's hyphen never ends a line. */
    difference: (percentagePoints: number) =>
      formatDifference(percentAsShare(percentagePoints), "share", locale, { digits: "exact" }).replaceAll(
        "%-",
        "%\u2011",
      ),
    /** "1 h 5 min", "3 min 20 s", "0 s" */
    duration: (seconds: number) => writeDuration(Math.round(seconds)),
  };
}

function writeDuration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "min"],
    [seconds % 60, "s"],
  ] as const;
  const shown = parts.filter(([count]) => count > 0);
  return (shown.length > 0 ? shown : [[0, "s"] as const]).map(([n, unit]) => `${n}\u00a0${unit}`).join(" ");
}
