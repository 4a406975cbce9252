import "server-only";
import { withUser } from "@/server/database";
import { NotFoundError } from "@/server/errors";

/** Ends one of the user's own sessions; its cookie is worthless from the next request on. */
export async function revokeSession(userId: string, sessionId: string): Promise<void> {
  const { count } = await withUser(userId, (tx) =>
    tx.userSession.updateMany({
      where: { id: sessionId, userId, revokedAt: null },
      data: { revokedAt: new Date() },
    }),
  );
  if (count === 0) throw new NotFoundError();
}

/** Ends all of the user's sessions except the one in use. Returns how many there were. */
export async function revokeOtherSessions(userId: string, currentSessionId: string): Promise<number> {
  const { count } = await withUser(userId, (tx) =>
    tx.userSession.updateMany({
      where: { userId, revokedAt: null, NOT: { id: currentSessionId } },
      data: { revokedAt: new Date() },
    }),
  );
  return count;
}
