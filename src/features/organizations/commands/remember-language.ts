import "server-only";
import { cookies } from "next/headers";
import type { Locale } from "@/i18n/locale";
import { LOCALE_COOKIE } from "@/i18n/request";
import { withUser } from "@/server/database";
import { findCurrentUser } from "@/server/session";

/** The language this browser gets its screens in. */
export async function writeLanguageCookie(locale: string): Promise<void> {
  (await cookies()).set(LOCALE_COOKIE, locale, { path: "/", sameSite: "lax", maxAge: 365 * 24 * 3600 });
}

/** Keeps a chosen language in this browser and, for a signed-in user, in the account: other browsers and mails follow. */
export async function rememberLanguage(locale: Locale): Promise<void> {
  await writeLanguageCookie(locale);
  const user = await findCurrentUser();
  if (!user) return;
  await withUser(user.id, (tx) =>
    tx.user.update({ where: { id: user.id }, data: { locale }, select: { id: true } }),
  );
}
