import "server-only";
import { withUser } from "@/server/database";

/** What the account page shows beside the session's own fields. */
export async function getAccount(userId: string): Promise<{ hasPassword: boolean }> {
  const user = await withUser(userId, (tx) =>
    tx.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } }),
  );
  return { hasPassword: user.passwordHash !== null };
}
