import "server-only";
import { createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { getEnv } from "@/server/env";

/** Prisma's type for bytea columns. */
type Bytes = Uint8Array<ArrayBuffer>;

const keys = new Map<string, Buffer>();

/** A key for one purpose, derived from AUTH_SECRET, so that a value made for one purpose is worthless for another. */
function keyFor(purpose: string): Buffer {
  const secret = getEnv().AUTH_SECRET;
  const cacheKey = `${purpose}:${secret}`;
  let derived = keys.get(cacheKey);
  if (!derived) {
    derived = Buffer.from(hkdfSync("sha256", secret, "lastmetre", purpose, 32));
    keys.set(cacheKey, derived);
  }
  return derived;
}

/** A random token of 192 bits as text that fits a URL. */
export function makeToken(): string {
  return randomBytes(24).toString("base64url");
}

/** A random seed for `invitationToken`. */
export function makeTokenSeed(): Bytes {
  return new Uint8Array(randomBytes(16));
}

/** What is stored of a token: SHA-256. The token's own entropy makes salt and stretching needless. */
export function hashToken(token: string): Bytes {
  return new Uint8Array(createHash("sha256").update(token).digest());
}

/** The invitation's token (192 bits): the same at each call, so that a reminder carries the first mail's link. */
export function invitationToken(invitationId: string, seed: Uint8Array): string {
  return createHmac("sha256", keyFor("invitation-token"))
    .update(invitationId)
    .update(seed)
    .digest()
    .subarray(0, 24)
    .toString("base64url");
}

/** The unique key of the response made with a token. Without the token it cannot be computed, so an anonymous response does not lead back. */
export function respondentKeyHash(token: string): Bytes {
  return new Uint8Array(createHmac("sha256", keyFor("respondent-key")).update(token).digest());
}

/** Keyed hash of an e-mail address (trimmed, lower case): recognises a suppressed address without keeping it. */
export function hashAddress(email: string): Bytes {
  return new Uint8Array(
    createHmac("sha256", keyFor("suppressed-address")).update(email.trim().toLowerCase()).digest(),
  );
}

/** Token for small links such as account mails, derived like `invitationToken` but for its own purpose. */
export function accountToken(id: string, purpose: "password-reset" | "member-invitation"): string {
  return createHmac("sha256", keyFor(purpose)).update(id).digest().subarray(0, 24).toString("base64url");
}

/** Keyed hash under which tries are counted (rate_limits): tells equal keys apart from others without keeping them. */
export function hashRateLimitKey(key: string): string {
  return createHmac("sha256", keyFor("rate-limit")).update(key).digest("base64url");
}
