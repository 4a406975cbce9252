/** Languages of the product's own screens; respondents also get Swedish (RESPONDENT_LANGUAGES). */
export const LOCALES = ["fi", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "fi";

/** Languages of respondent pages and mails. */
export const RESPONDENT_LANGUAGES = ["fi", "sv", "en"] as const;

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** The first of a browser's preferred languages that the product speaks (`Accept-Language` header), else the default. */
export function chooseLocale(acceptLanguage: string | null): Locale {
  for (const part of (acceptLanguage ?? "").split(",")) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (isLocale(language)) return language;
  }
  return DEFAULT_LOCALE;
}
