import "server-only";
import { v7 as uuidv7 } from "uuid";
import { withSignInEmail, withUser } from "@/server/database";
import { enqueueJob } from "@/server/jobs";
import { consumeRateLimit } from "@/server/rate-limit";
import { accountToken, hashToken } from "@/server/tokens";

export const PASSWORD_RESET_SECONDS = 3600;

const RESETS_PER_ACCOUNT = { points: 3, seconds: 15 * 60 };
const RESETS_PER_ADDRESS = { points: 20, seconds: 15 * 60 };

/** Counts a request for a reset link, the same for known and unknown addresses; throws TooManyError. */
export async function countPasswordResetRequest(input: { email: string; address: string }): Promise<void> {
  await consumeRateLimit("reset-request-address", input.address, RESETS_PER_ADDRESS);
  await consumeRateLimit("reset-request-account", input.email, RESETS_PER_ACCOUNT);
}

/**
 * Has a link for setting a new password mailed to the account with this address (lower case); does nothing when there
 * is none. Callers answer before it has run, so that neither the answer nor its time tells which.
 */
export async function requestPasswordReset(email: string, now = new Date()): Promise<void> {
  const user = await withSignInEmail(email, (tx) =>
    tx.user.findUnique({ where: { email }, select: { id: true } }),
  );
  if (!user) return;
  await withUser(user.id, async (tx) => {
    const id = uuidv7();
    await tx.passwordReset.create({
      data: {
        id,
        userId: user.id,
        tokenHash: hashToken(accountToken(id, "password-reset")),
        createdAt: now,
        expiresAt: new Date(now.getTime() + PASSWORD_RESET_SECONDS * 1000),
      },
      select: { id: true },
    });
    await enqueueJob(tx, "sendAccountMail", { kind: "password-reset", userId: user.id, passwordResetId: id });
  });
}
