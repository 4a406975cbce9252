import { createTranslator } from "next-intl";
import type { Locale } from "@/i18n/locale";
import { MESSAGES } from "@/i18n/messages";
import { formatInterval, formatValue } from "@/metrics/format";
import type { Interval } from "@/metrics/interval";
import type { SideKey } from "./report-view";

/** Words, numbers and days of a report in one language, whoever's request it is. */
export type EvaluationTexts = ReturnType<typeof makeEvaluationTexts>;

/** Who a report's total is the mean of: the others, beside oneself, or all, of a team or location. */
export type Whose = "others" | "all";

export function makeEvaluationTexts(locale: Locale, timeZone: string) {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "evaluationReports" });
  const language = locale === "en" ? "en-GB" : locale;
  const month = locale === "fi" ? ("numeric" as const) : ("short" as const);
  const options = { day: "numeric", month, year: "numeric" } as const;
  const instants = new Intl.DateTimeFormat(language, { timeZone, ...options });
  // Columns without a time zone are read as midnight UTC.
  const days = new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options });
  const isoDays = new Intl.DateTimeFormat("en-CA", { timeZone });
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  return {
    locale,
    t,
    /** The calendar day of an instant on the organization's clock. */
    day: (instant: Date) => instants.format(instant),
    isoDay: (instant: Date) => isoDays.format(instant),
    /** A period of days without a time zone. */
    days: (from: Date, to: Date) => days.formatRange(from, to),
    side: (side: SideKey) => t(`side.${side}`),
    /** "colleagues and direct reports", as they stand within a sentence. */
    sides: (sides: readonly SideKey[]) =>
      list.format(sides.map((side) => t(`side.${side}`).toLocaleLowerCase(locale))),
    list: (words: readonly string[]) => list.format(words),
    /** Two decimals; "–" for null. */
    mean: (value: number | null) => formatValue(value, "mean", locale),
    interval: (interval: Interval | null) => interval && formatInterval(interval, "mean", locale),
    /** With its sign, two decimals. */
    difference: (value: number) => signed(value, locale),
    /** "−0.35 to 0.80" in whatever way the language writes it. */
    differenceInterval: (interval: Interval | null) =>
      interval &&
      t("differenceInterval", { low: signed(interval.low, locale), high: signed(interval.high, locale) }),
  };
}

function signed(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, {
    signDisplay: "exceptZero",
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
    .format(value)
    .replace("-", "−");
}
