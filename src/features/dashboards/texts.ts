import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { makeTexts } from "./make-texts";

/** The texts of dashboards in the language of this request. */
export const getTexts = cache(async () => {
  const [locale, t, common, encounters, audits] = await Promise.all([
    getLocale(),
    getTranslations("dashboards"),
    getTranslations("common"),
    getTranslations("encounters"),
    getTranslations("auditResults"),
  ]);
  return makeTexts(locale, t, common, encounters, audits);
});
