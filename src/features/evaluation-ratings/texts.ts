import { RESPONDENT_MESSAGES } from "@/i18n/messages";

/** All texts of raters' pages in one language. */
export type RaterTexts = (typeof RESPONDENT_MESSAGES)["en"]["rater"]["page"];

/** The texts in a language; English for one the product does not speak. */
export function raterTexts(language: string): RaterTexts {
  return (RESPONDENT_MESSAGES[language as keyof typeof RESPONDENT_MESSAGES] ?? RESPONDENT_MESSAGES.en).rater
    .page;
}
