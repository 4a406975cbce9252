import "server-only";
import { withUser } from "@/server/database";

/** What the sign-in page and next-auth need of a user whose identity is proven. */
export type SignedIn = { userId: string; sessionId: string; locale: string };

/** Opens a session for a user whose identity is proven; `userAgent` is what the list of sessions shows as the device. */
export async function openSession(
  user: { id: string; locale: string },
  userAgent: string,
): Promise<SignedIn> {
  const session = await withUser(user.id, async (tx) => {
    await tx.user.update({
      where: { id: user.id },
      data: { lastSignInAt: new Date() },
      select: { id: true },
    });
    return tx.userSession.create({
      data: { userId: user.id, userAgent: userAgent.slice(0, 300) || null },
      select: { id: true },
    });
  });
  return { userId: user.id, sessionId: session.id, locale: user.locale };
}
