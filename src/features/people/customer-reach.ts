import type { CustomerRow } from "./schema";

/** Whether surveys can go to a customer, and why not: the first thing that stands in the way. */
export type CustomerReach =
  | "ok"
  | "erased"
  | "archived"
  | "unsubscribed"
  | "suppressed"
  | "undeliverable"
  | "refused"
  | "noAddress";

export function customerReach(
  customer: Pick<CustomerRow, "erasedAt" | "isArchived" | "suppression" | "consent" | "email">,
): CustomerReach {
  if (customer.erasedAt) return "erased";
  if (customer.suppression === "unsubscribed") return "unsubscribed";
  if (customer.consent === "refused") return "refused";
  if (!customer.email) return "noAddress";
  if (customer.suppression) return customer.suppression;
  return customer.isArchived ? "archived" : "ok";
}
