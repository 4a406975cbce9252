import "server-only";
import { hashPassword, verifyPassword } from "@/features/organizations/password";
import { findPasswordWeakness } from "@/features/organizations/password-rules";
import { withUser } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { clearRateLimit, consumeRateLimit } from "@/server/rate-limit";

/** Someone at an unlocked computer must not be able to guess the password in peace. */
const PASSWORD_CHANGES = { points: 10, seconds: 15 * 60 };

/** Changes the password of a signed-in user who knows the old one; every other session of theirs ends. */
export async function changePassword(
  user: { id: string; sessionId: string; email: string; name: string },
  input: { currentPassword: string; newPassword: string },
): Promise<{ endedSessions: number }> {
  await consumeRateLimit("password-change", user.id, PASSWORD_CHANGES);
  const stored = await withUser(user.id, (tx) =>
    tx.user.findUniqueOrThrow({ where: { id: user.id }, select: { passwordHash: true } }),
  );
  if (!(await verifyPassword(stored.passwordHash, input.currentPassword))) {
    throw new InvalidInputError({ currentPassword: "passwordWrong" });
  }
  const weakness = findPasswordWeakness(input.newPassword, user);
  if (weakness) throw new InvalidInputError({ newPassword: weakness });
  await clearRateLimit("password-change", user.id, PASSWORD_CHANGES);
  const passwordHash = await hashPassword(input.newPassword);
  return withUser(user.id, async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { passwordHash }, select: { id: true } });
    const { count } = await tx.userSession.updateMany({
      where: { userId: user.id, revokedAt: null, NOT: { id: user.sessionId } },
      data: { revokedAt: new Date() },
    });
    return { endedSessions: count };
  });
}
