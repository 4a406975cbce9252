import "server-only";
import { headers } from "next/headers";
import { getEnv } from "@/server/env";

/**
 * The network address of whoever sends this request, for throttling. The last entry of X-Forwarded-For is the peer of
 * the connection (src/server/peer-address.ts appends it); each proxy in front appends whom it was called by. The entries
 * of TRUST_PROXY proxies are believed; what stands further left was written by the client and is ignored.
 */
export async function findClientAddress(): Promise<string> {
  return addressFromForwardedFor((await headers()).get("x-forwarded-for"), getEnv().TRUST_PROXY);
}

/** See `findClientAddress`. "unknown" when there is no entry at all; no address is longer than 64 characters. */
export function addressFromForwardedFor(forwardedFor: string | null, trustedProxies: number): string {
  const entries = (forwardedFor ?? "").split(",").map((entry) => entry.trim());
  const address = entries.at(-1 - trustedProxies) ?? entries[0];
  return address?.slice(0, 64) || "unknown";
}
