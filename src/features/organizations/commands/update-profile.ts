import "server-only";
import type { Locale } from "@/i18n/locale";
import { withUser } from "@/server/database";

/** Changes what others see of a user, and the language of the user's screens and mails. */
export async function updateProfile(userId: string, input: { name: string; locale: Locale }): Promise<void> {
  await withUser(userId, (tx) =>
    tx.user.update({
      where: { id: userId },
      data: { name: input.name, locale: input.locale },
      select: { id: true },
    }),
  );
}
