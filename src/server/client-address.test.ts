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

  // Documentation addresses of RFC 3849.
  it.each([
    ["written in full", "2001:0DB8:0000:0001:1111:2222:3333:4444", "2001:db8:0:1::/64"],
    ["written short", "2001:db8:0:1::1", "2001:db8:0:1::/64"],
    ["another one of the same connection", "2001:db8:0:1:ffff::", "2001:db8:0:1::/64"],
    ["with zeros at the end of the network", "2001:db8::1", "2001:db8:0:0::/64"],
    ["of the next connection", "2001:db8:0:2::1", "2001:db8:0:2::/64"],
    ["of this machine", "::1", "0:0:0:0::/64"],
    ["with a zone", "fe80::1%eth0", "fe80:0:0:0::/64"],
    ["that holds an IPv4 address", "::ffff:192.0.2.7", "192.0.2.7"],
    ["that holds one in hexadecimal", "::FFFF:c000:0207", "192.0.2.7"],
  ])("takes an IPv6 address %s for its connection", (_, address, counted) => {
    expect(addressFromForwardedFor(address, 0)).toBe(counted);
  });

  it("keeps an endless claim short", () => {
    expect(addressFromForwardedFor("x".repeat(5000), 0)).toHaveLength(64);
  });
});
