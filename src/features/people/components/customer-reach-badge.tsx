import { useTranslations } from "next-intl";
import { StatusBadge } from "@/ui/badge";
import { type CustomerReach, customerReach } from "../customer-reach";
import type { CustomerRow } from "../schema";

const tones: Partial<Record<CustomerReach, "accent" | "warning" | "danger">> = {
  ok: "accent",
  suppressed: "warning",
  undeliverable: "danger",
};

/** Whether surveys can go to a customer, in two words. */
export function CustomerReachBadge({ customer }: { customer: CustomerRow }) {
  const t = useTranslations("customers");
  const reach = customerReach(customer);
  return <StatusBadge tone={tones[reach]}>{t(`reach.${reach}`)}</StatusBadge>;
}
