import "server-only";
import { verifyPassword } from "@/features/organizations/password";
import { withSignInEmail } from "@/server/database";
import { clearRateLimit, consumeRateLimit, returnRateLimit } from "@/server/rate-limit";
import { openSession, type SignedIn } from "./open-session";

/** Ten wrong passwords close an account to further guesses for a while, wherever they come from. */
export const SIGN_INS_PER_ACCOUNT = { points: 10, seconds: 15 * 60 };

/** One address may belong to a whole office; fifty wrong passwords from it are no longer mistyping. */
export const SIGN_INS_PER_ADDRESS = { points: 50, seconds: 15 * 60 };

/**
 * Checks e-mail and password and opens a session. Null for a wrong password, an unknown account and one without a
 * password alike, after the same work. Tries are counted before the password is looked at, so that many at once cannot
 * slip past the limit; a right one is taken back. Throws TooManyError with the time to wait.
 */
export async function signInWithPassword(input: {
  email: string;
  password: string;
  userAgent: string;
  address: string;
}): Promise<SignedIn | null> {
  const email = input.email.trim().toLowerCase();
  await consumeRateLimit("sign-in-address", input.address, SIGN_INS_PER_ADDRESS);
  await consumeRateLimit("sign-in-account", email, SIGN_INS_PER_ACCOUNT);
  const user = await withSignInEmail(email, (tx) =>
    tx.user.findUnique({ where: { email }, select: { id: true, locale: true, passwordHash: true } }),
  );
  const isCorrect = await verifyPassword(user?.passwordHash, input.password);
  if (!user || !isCorrect) return null;
  await returnRateLimit("sign-in-address", input.address, SIGN_INS_PER_ADDRESS);
  await clearRateLimit("sign-in-account", email, SIGN_INS_PER_ACCOUNT);
  return openSession(user, input.userAgent);
}
