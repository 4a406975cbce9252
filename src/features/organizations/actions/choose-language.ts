"use server";

import { rememberLanguage } from "@/features/organizations/commands/remember-language";
import { isLocale } from "@/i18n/locale";

/** Changes the language of the screens for this browser, and for the account when signed in. */
export async function chooseLanguageAction(data: FormData): Promise<void> {
  const locale = data.get("locale");
  if (isLocale(locale)) await rememberLanguage(locale);
}
