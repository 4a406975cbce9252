import { useTranslations } from "next-intl";
import type { CustomerRow } from "../schema";

type Named = Pick<CustomerRow, "name" | "email" | "externalReference" | "phone" | "erasedAt">;

/** What a customer is called on screen: the name, else what else is known, never nothing. */
export function CustomerName({ customer }: { customer: Named }) {
  const t = useTranslations("customers");
  const known = customer.name ?? customer.email ?? customer.externalReference ?? customer.phone;
  if (customer.erasedAt) return <span className="text-muted italic">{t("erasedPerson")}</span>;
  return known ?? t("unnamed");
}
