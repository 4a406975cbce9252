import "server-only";
import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
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

/** The token of a 360 rater's link (192 bits): the same at each call, in the way of `invitationToken`. */
export function raterToken(raterId: string, seed: Uint8Array): string {
  return createHmac("sha256", keyFor("rater-token"))
    .update(raterId)
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

const UUID_BYTES = 16;
const SIGNATURE_BYTES = 24;

/**
 * The token that switches one member's weekly digest off: whose it is, signed. Nothing of it is stored, so it works in
 * every digest ever sent, and all it can do is stop them.
 */
export function digestToken(organizationId: string, memberId: string): string {
  const ids = Buffer.from((organizationId + memberId).replaceAll("-", ""), "hex");
  return Buffer.concat([ids, signDigest(ids)]).toString("base64url");
}

/** Whose digest a token switches off; null when it was not made by `digestToken` with this AUTH_SECRET. */
export function readDigestToken(token: string): { organizationId: string; memberId: string } | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 2 * UUID_BYTES + SIGNATURE_BYTES) return null;
  const ids = bytes.subarray(0, 2 * UUID_BYTES);
  if (!timingSafeEqual(bytes.subarray(2 * UUID_BYTES), signDigest(ids))) return null;
  const uuid = (from: number) =>
    ids
      .subarray(from, from + UUID_BYTES)
      .toString("hex")
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return { organizationId: uuid(0), memberId: uuid(UUID_BYTES) };
}

function signDigest(ids: Uint8Array): Buffer {
  return createHmac("sha256", keyFor("digest-token")).update(ids).digest().subarray(0, SIGNATURE_BYTES);
}

/** Keyed hash under which tries are counted (rate_limits): tells equal keys apart from others without keeping them. */
export function hashRateLimitKey(key: string): string {
  return createHmac("sha256", keyFor("rate-limit")).update(key).digest("base64url");
}
