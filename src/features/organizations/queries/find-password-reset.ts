import "server-only";
import { withUser } from "@/server/database";
import { resolveToken } from "@/server/token-scope";

/** Whose password a link may still set, or null: unknown, tampered, used and expired links are not told apart. */
export async function findPasswordReset(
  token: string,
  now = new Date(),
): Promise<{ id: string; userId: string; email: string; name: string } | null> {
  const resolved = await resolveToken(token);
  if (resolved?.kind !== "password_reset") return null;
  const reset = await withUser(resolved.userId, (tx) =>
    tx.passwordReset.findFirst({
      where: { id: resolved.subjectId, usedAt: null, expiresAt: { gt: now } },
      select: { id: true, user: { select: { id: true, email: true, name: true } } },
    }),
  );
  return reset && { id: reset.id, userId: reset.user.id, email: reset.user.email, name: reset.user.name };
}
