import { createTranslator } from "next-intl";
import { makeTexts } from "@/features/dashboards/make-texts";
import { DEFAULT_LOCALE, isLocale } from "@/i18n/locale";
import { MESSAGES } from "@/i18n/messages";

/** The words of a digest in the reader's language, outside of any request; the figures' are the dashboard's own. */
export type DigestTexts = ReturnType<typeof digestTexts>;

export function digestTexts(language: string) {
  const locale = isLocale(language) ? language : DEFAULT_LOCALE;
  const messages = MESSAGES[locale];
  return {
    ...makeTexts(
      locale,
      createTranslator({ locale, messages, namespace: "dashboards" }),
      createTranslator({ locale, messages, namespace: "common" }),
      createTranslator({ locale, messages, namespace: "encounters" }),
      createTranslator({ locale, messages, namespace: "auditResults" }),
    ),
    d: createTranslator({ locale, messages, namespace: "digest" }),
  };
}
