import { describe, expect, it } from "vitest";
import { addressFromForwardedFor } from "./client-address";

// Documentation addresses of RFC 5737; the last entry is always the peer of the connection (appendPeerAddress).
describe("addressFromForwardedFor", () => {
  it.each([
    ["the peer where no proxy is trusted", "192.0.2.7", 0, "192.0.2.7"],
    ["the peer, whatever the client claims", "203.0.113.1, 192.0.2.7", 0, "192.0.2.7"],
    ["whom the one trusted proxy was called by", "198.51.100.4, 192.0.2.7", 1, "198.51.100.4"],
    [
      "the same when the client forged entries before",
      "203.0.113.1, 198.51.100.4, 192.0.2.7",
      1,
      "198.51.100.4",
    ],
    ["whom the outer of two proxies was called by", "198.51.100.4, 10.0.0.2, 10.0.0.1", 2, "198.51.100.4"],
    ["the farthest known when a proxy was bypassed", "192.0.2.7", 2, "192.0.2.7"],
    ["one name for all where nothing is known", null, 0, "unknown"],
  ])("is %s", (_, forwardedFor, trustedProxies, address) => {
    expect(addressFromForwardedFor(forwardedFor, trustedProxies)).toBe(address);
  });

  it("keeps an endless claim short", () => {
    expect(addressFromForwardedFor("x".repeat(5000), 0)).toHaveLength(64);
  });
});
