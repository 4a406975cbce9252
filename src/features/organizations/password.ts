import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** argon2id at the cost OWASP recommends (19 MiB, two passes, one lane); 2 is the library's number for argon2id. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of 32 random bytes nobody kept, at the same cost: checked where there is no account. */
const DECOY_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$XnCQPkikd5/Xag/jqYxbww$YxN6R7cWdvtr+8t9jEEBmRW2KFoKo/9eTPwYBr3dLBY";

/** The argon2id hash of a password, with its salt and cost inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/**
 * Whether a password fits its hash. Without a hash (no such account, or one without a password) it takes as long and is
 * always false, so that the time of an answer does not tell whether the account exists.
 */
export async function verifyPassword(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const fits = await verify(passwordHash ?? DECOY_HASH, password);
  return fits && Boolean(passwordHash);
}
