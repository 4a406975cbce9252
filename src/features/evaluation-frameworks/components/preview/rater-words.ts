import "server-only";
import { RESPONDENT_LANGUAGES } from "@/i18n/locale";
import { RESPONDENT_MESSAGES } from "@/i18n/messages";

/** What a rater's page says around a framework's own texts, in one language. */
export type RaterWords = { choose: string; cannotSay: string; wordsTitle: string; wordsHint: string };

/** The words of the rater's page in every language raters read. */
export function listRaterWords(): Record<string, RaterWords> {
  return Object.fromEntries(
    RESPONDENT_LANGUAGES.map((language) => {
      const { choose, cannotSay, wordsTitle, wordsHint } = RESPONDENT_MESSAGES[language].rater.page.step;
      return [language, { choose, cannotSay, wordsTitle, wordsHint }];
    }),
  );
}
