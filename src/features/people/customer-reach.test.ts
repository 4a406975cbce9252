import { expect, it } from "vitest";
import { customerReach } from "./customer-reach";

const reachable = {
  erasedAt: null,
  isArchived: false,
  suppression: null,
  consent: "not_asked",
  email: "saimi@example.test",
} as const;

it("is fine for somebody with an address who has not said no", () => {
  expect(customerReach(reachable)).toBe("ok");
  expect(customerReach({ ...reachable, consent: "given" })).toBe("ok");
});

it("names what stands in the way", () => {
  expect(customerReach({ ...reachable, email: null })).toBe("noAddress");
  expect(customerReach({ ...reachable, consent: "refused" })).toBe("refused");
  expect(customerReach({ ...reachable, suppression: "suppressed" })).toBe("suppressed");
  expect(customerReach({ ...reachable, suppression: "undeliverable" })).toBe("undeliverable");
  expect(customerReach({ ...reachable, isArchived: true })).toBe("archived");
});

it("names the customer's own word before anything the organization can change", () => {
  const everything = {
    ...reachable,
    isArchived: true,
    consent: "refused",
    suppression: "unsubscribed",
  } as const;
  expect(customerReach(everything)).toBe("unsubscribed");
  expect(customerReach({ ...everything, suppression: "suppressed" })).toBe("refused");
  expect(customerReach({ ...everything, email: null, erasedAt: new Date(0) })).toBe("erased");
});
