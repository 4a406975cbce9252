import "server-only";
import { hashPassword } from "@/features/organizations/password";
import { findPasswordWeakness } from "@/features/organizations/password-rules";
import { findPasswordReset } from "@/features/organizations/queries/find-password-reset";
import { withUser } from "@/server/database";
import { ConflictError, InvalidInputError } from "@/server/errors";
import { clearRateLimit } from "@/server/rate-limit";
import { SIGN_INS_PER_ACCOUNT } from "./sign-in-with-password";

/**
 * Sets a new password by a mailed link. The link works once; all the user's sessions end and other links die, because
 * whoever forgot the password may also have lost it to somebody. Wrong guesses counted so far are forgotten.
 */
export async function resetPassword(
  input: { token: string; newPassword: string },
  now = new Date(),
): Promise<void> {
  const reset = await findPasswordReset(input.token, now);
  if (!reset) throw new ConflictError("linkExpired");
  const weakness = findPasswordWeakness(input.newPassword, reset);
  if (weakness) throw new InvalidInputError({ newPassword: weakness });
  const passwordHash = await hashPassword(input.newPassword);
  await withUser(reset.userId, async (tx) => {
    const used = await tx.passwordReset.updateMany({
      where: { id: reset.id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (used.count === 0) throw new ConflictError("linkExpired");
    await tx.passwordReset.updateMany({
      where: { userId: reset.userId, usedAt: null },
      data: { usedAt: now },
    });
    await tx.user.update({ where: { id: reset.userId }, data: { passwordHash }, select: { id: true } });
    await tx.userSession.updateMany({
      where: { userId: reset.userId, revokedAt: null },
      data: { revokedAt: now },
    });
  });
  await clearRateLimit("sign-in-account", reset.email, SIGN_INS_PER_ACCOUNT);
}
