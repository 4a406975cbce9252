import "server-only";
import { isIPv6 } from "node:net";
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

/**
 * See `findClientAddress`. An IPv6 address counts by its first 64 bits, written "2001:db8:0:1::/64": a connection is
 * given all the addresses behind them, and could use a new one for every try. An IPv4 address inside an IPv6 one is the
 * IPv4 address. "unknown" when there is no entry at all; nothing is longer than 64 characters.
 */
export function addressFromForwardedFor(forwardedFor: string | null, trustedProxies: number): string {
  const entries = (forwardedFor ?? "").split(",").map((entry) => entry.trim());
  const address = entries.at(-1 - trustedProxies) ?? entries[0];
  if (!address) return "unknown";
  return isIPv6(address) ? networkOf(address) : address.slice(0, 64);
}

/** The /64 an IPv6 address belongs to, however the address is written. */
function networkOf(address: string): string {
  const bare = address.split("%")[0] ?? address; // Without the zone of a link-local address.
  // The URL parser writes every spelling the same way: hexadecimal groups, the longest run of zeros as "::".
  const [start = "", end] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split("::");
  const groupsOf = (part: string) => (part === "" ? [] : part.split(":"));
  const before = groupsOf(start);
  const after = groupsOf(end ?? "");
  const groups = [...before, ...Array(8 - before.length - after.length).fill("0"), ...after] as string[];
  if (groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff") {
    const halves = groups.slice(6).map((group) => Number.parseInt(group, 16));
    return halves.flatMap((half) => [half >> 8, half & 255]).join(".");
  }
  return `${groups.slice(0, 4).join(":")}::/64`;
}
