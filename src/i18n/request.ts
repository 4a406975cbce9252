import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, isLocale } from "./locale";
import { MESSAGES } from "./messages";

export const LOCALE_COOKIE = "locale";

/** The language of a request: the user's choice (cookie), else the browser's. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen) ? chosen : chooseLocale((await headers()).get("accept-language"));
  return { locale, messages: MESSAGES[locale], timeZone: "Europe/Helsinki" };
});
