import { RESPONDENT_MESSAGES } from "@/i18n/messages";

/** All texts of respondent pages in one language. */
export type RespondentTexts = (typeof RESPONDENT_MESSAGES)["en"]["respondent"];

/** The texts in a language; English for one the product does not speak. */
export function respondentTexts(language: string): RespondentTexts {
  return (RESPONDENT_MESSAGES[language as keyof typeof RESPONDENT_MESSAGES] ?? RESPONDENT_MESSAGES.en)
    .respondent;
}

/** Each language in its own words. */
export const LANGUAGE_NAMES: Record<string, string> = { fi: "Suomi", sv: "Svenska", en: "English" };

/** The first of a browser's languages that respondent pages are written in; English when there is none. */
export function languageOfBrowser(acceptLanguage: string | null | undefined): string {
  for (const part of (acceptLanguage ?? "").split(",")) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (language in RESPONDENT_MESSAGES) return language;
  }
  return "en";
}
