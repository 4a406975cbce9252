import type { createTranslator } from "next-intl";
import type { Channel, NoInvitationReason } from "@/generated/prisma/enums";
import { type Locale, RESPONDENT_LANGUAGES } from "@/i18n/locale";
import type { Messages } from "@/i18n/messages";
import type { Change } from "@/metrics/change";
import type { Figure, FigureUnit } from "@/metrics/figure";
import {
  type FormatOptions,
  formatDifference,
  formatDifferenceInterval,
  formatFigure,
  formatInterval,
} from "@/metrics/format";
import type { MetricKey } from "@/metrics/score-distribution";
import type { Band } from "@/metrics/segments";
import type { Dashboard } from "./dashboard";
import { formatDay, formatDays, formatMoment, formatMonth, formatShortDay } from "./format-day";
import type { EncounterOutcome } from "./funnel";
import { type Bucket, type Interval, isoWeek, lastDayOf, type Period } from "./periods";
import type { Dimension } from "./schema";

/** A translator of one namespace, as next-intl makes it on the server and use-intl anywhere. */
type Translator<N extends "dashboards" | "common" | "encounters" | "auditResults"> = ReturnType<
  typeof createTranslator<Messages, N>
>;

/** Figures and names in the reader's words; the one place where a dashboard's screens and exports make text of them. */
export type Texts = ReturnType<typeof makeTexts>;

export function makeTexts(
  locale: Locale,
  t: Translator<"dashboards">,
  common: Translator<"common">,
  encounters: Translator<"encounters">,
  audits: Translator<"auditResults">,
) {
  const dates = makeDateTexts(locale);
  const number = new Intl.NumberFormat(locale);

  return {
    t,
    common,
    /** Of the results of audits. */
    audits,
    locale,
    ...dates,
    count: (value: number) => number.format(value),
    metric: (metric: MetricKey) => t(`metric.${metric}.name`),
    band: (metric: MetricKey, band: Band) => t(`band.${metric}.${band}` as "band.nps.promoter"),
    figure: (figure: Pick<Figure, "value" | "unit">, options?: FormatOptions) =>
      formatFigure(figure, locale, options),
    interval: (figure: Pick<Figure, "interval" | "unit">, options?: FormatOptions) =>
      formatInterval(figure.interval, figure.unit, locale, options),
    difference: (value: number | null, unit: FigureUnit, options?: FormatOptions) =>
      keepTogether(formatDifference(value, unit, locale, options)),
    differenceInterval: (change: Pick<Change, "interval">, unit: FigureUnit, options?: FormatOptions) =>
      keepTogether(formatDifferenceInterval(change.interval, unit, locale, options)),
    reason: (reason: EncounterOutcome) =>
      reason === "scheduled" || reason === "undecided" || reason === "not_sent"
        ? t(`funnel.reason.${reason}`)
        : encounters(`reasons.${reason as NoInvitationReason}`),
    answers: (n: number) => t("answers", { n }),
    language: (code: string) => nameLanguage(code, locale, common),
    nameOf: (dashboard: Pick<Dashboard, "choices">, dimension: Dimension, value: string) =>
      nameOfValue(dashboard, dimension, value, {
        channel: (channel) => common(`channel.${channel}`),
        noSegment: t("noSegment"),
        unknown: t("unknownName"),
        archived: (name) => t(dimension === "employee" ? "formerEmployee" : "archivedName", { name }),
      }),
  };
}

/** A respondent's language; imported answers can be in any, and its code may be none. */
function nameLanguage(code: string, locale: Locale, common: Translator<"common">): string {
  if ((RESPONDENT_LANGUAGES as readonly string[]).includes(code)) return common(`language.${code as "fi"}`);
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A line must not break inside "%-yks.": the hyphen becomes one that does not break. */
function keepTogether(text: string): string {
  return text.replaceAll("%-", "%\u2011");
}

function makeDateTexts(locale: Locale) {
  return {
    day: (isoDay: string) => formatDay(isoDay, locale),
    days: (period: Period) => formatDays(period.firstDay, lastDayOf(period), locale),
    moment: (instant: Date, timeZone: string) => formatMoment(instant, timeZone, locale),
    /** A point of a trend: "vk 47", "16 Nov", "marras 2026". */
    bucket: (
      bucket: Bucket,
      interval: Interval,
      weekText: (values: { week: number; day: string }) => string,
    ) =>
      interval === "month"
        ? formatMonth(bucket.key, locale)
        : weekText({ week: isoWeek(bucket.key), day: formatShortDay(bucket.key, locale) }),
  };
}

type NameWords = {
  channel: (channel: Channel) => string;
  noSegment: string;
  unknown: string;
  archived: (name: string) => string;
};

function nameOfValue(
  { choices }: Pick<Dashboard, "choices">,
  dimension: Dimension,
  value: string,
  words: NameWords,
): string {
  if (dimension === "channel") return words.channel(value as Channel);
  if (dimension === "segment") return value || words.noSegment;
  const options = {
    location: choices.locations,
    touchpoint: choices.touchpoints,
    employee: choices.employees,
    encounterType: choices.encounterTypes,
  }[dimension];
  const found = options.find(({ id }) => id === value);
  if (!found) return words.unknown;
  return found.isArchived ? words.archived(found.name) : found.name;
}
