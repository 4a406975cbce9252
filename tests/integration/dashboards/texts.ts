import { createTranslator } from "next-intl";
import { makeTexts, type Texts } from "@/features/dashboards/make-texts";
import type { Locale } from "@/i18n/locale";
import { MESSAGES } from "@/i18n/messages";

/** The texts of dashboards as a request in this language gets them. */
export function textsIn(locale: Locale): Texts {
  const messages = MESSAGES[locale];
  return makeTexts(
    locale,
    createTranslator({ locale, messages, namespace: "dashboards" }),
    createTranslator({ locale, messages, namespace: "common" }),
    createTranslator({ locale, messages, namespace: "encounters" }),
    createTranslator({ locale, messages, namespace: "auditResults" }),
  );
}
