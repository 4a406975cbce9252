import { createTranslator } from "next-intl";
import type { Locale } from "@/i18n/locale";
import { MESSAGES } from "@/i18n/messages";
import { formatInterval, formatValue } from "@/metrics/format";
import type { Interval } from "@/metrics/interval";
import type { Agreement } from "./rules/compare-eyes";
import type { Cohort, CohortPlace, Eye } from "./schema";

/** Words and numbers of a cohort in one language, for its page and its exports. */
export type CohortTexts = ReturnType<typeof makeCohortTexts>;

export function makeCohortTexts(locale: Locale) {
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "evaluationCohorts" });
  const list = new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" });
  const eyes = (some: readonly Eye[]) => list.format(some.map((eye) => t(`eyes.agent.${eye}`)));
  const number = new Intl.NumberFormat(locale);
  return {
    t,
    locale,
    count: (value: number) => number.format(value),
    /** Two decimals. */
    mean: (value: number) => formatValue(value, "mean", locale),
    /** Of 0…100; "–" for null. */
    percent: (value: number | null) => formatValue(value === null ? null : value / 100, "share", locale),
    percentInterval: (interval: Interval | null) =>
      interval && formatInterval({ low: interval.low / 100, high: interval.high / 100 }, "share", locale),
    /** What a row of a cohort is called. */
    place: ({ kind, ids }: CohortPlace, names: Cohort["names"]): string => {
      if (kind === "organization") return t("place.organization");
      const words = ids.map((id) =>
        id === null ? t(`place.${kind}.none`) : (names[id] ?? t(`place.${kind}.unknown`)),
      );
      return words.length === 1 ? (words[0] ?? "") : t("place.merged", { names: list.format(words) });
    },
    /** What those who look at a behaviour say of each other, in a sentence. */
    agreement: ({ verdict, good, poor }: Agreement): string => {
      if (verdict === "agree") return t(good.length > 0 ? "eyes.agreeGood" : "eyes.agreePoor");
      if (verdict === "disagree") return t("eyes.disagree", { good: eyes(good), poor: eyes(poor) });
      return t(`eyes.${verdict}`);
    },
  };
}
