import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { withSignInEmail, withUser } from "@/server/database";

/** Verified when the account does not exist, so that the answer takes as long as for one that does. */
let decoyHash: Promise<string> | undefined;

/**
 * Checks e-mail and password and opens a session. Null for a wrong password and for an unknown address alike.
 */
export async function signInWithPassword(input: { email: string; password: string; userAgent: string }) {
  const email = input.email.trim().toLowerCase();
  const user = await withSignInEmail(email, (tx) =>
    tx.user.findUnique({ where: { email }, select: { id: true, name: true, email: true, passwordHash: true } }),
  );
  decoyHash ??= hash("decoy-password");
  const isCorrect = await verify(user?.passwordHash ?? (await decoyHash), input.password);
  if (!user?.passwordHash || !isCorrect) return null;
  const session = await withUser(user.id, async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { lastSignInAt: new Date() }, select: { id: true } });
    return tx.userSession.create({
      data: { userId: user.id, userAgent: input.userAgent.slice(0, 300) },
      select: { id: true },
    });
  });
  return { id: user.id, name: user.name, email: user.email, sessionId: session.id };
}
