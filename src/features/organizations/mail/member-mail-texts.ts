import { createTranslator } from "next-intl";
import { DEFAULT_LOCALE, isLocale } from "@/i18n/locale";
import { MESSAGES } from "@/i18n/messages";

/** The words of mails to members in the reader's language, outside of any request. */
export function memberMailTexts(language: string) {
  const locale = isLocale(language) ? language : DEFAULT_LOCALE;
  const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "memberMail" });
  return { locale, t };
}
