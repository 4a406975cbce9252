import { getTranslations } from "next-intl/server";
import { Card } from "@/ui/card";
import { KeyValueList } from "@/ui/key-value-list";
import { Moment } from "@/ui/moment";
import type { CustomerPage } from "../schema";

const languages = ["fi", "sv", "en"] as const;

/** What is known about the customer; of an erased person only what names nobody. */
export async function CustomerDetailsCard({
  customer,
  day,
}: {
  customer: CustomerPage;
  /** Writes a date on the organization's calendar. */
  day: (instant: Date) => string;
}) {
  const t = await getTranslations("customers");
  const common = await getTranslations("common");
  const known = languages.find((language) => language === customer.language);
  const date = (instant: Date) => <Moment iso={instant.toISOString()} text={day(instant)} />;
  const person = [
    { label: t("detail.name"), value: customer.name ?? "–" },
    {
      label: t("detail.email"),
      value: customer.email ? (
        <a href={`mailto:${customer.email}`} className="text-link break-all">
          {customer.email}
        </a>
      ) : (
        "–"
      ),
    },
    { label: t("detail.phone"), value: customer.phone ?? "–" },
    { label: t("detail.reference"), value: customer.externalReference ?? "–" },
  ];
  return (
    <Card title={t("detail.details")}>
      <KeyValueList
        items={[
          ...(customer.erasedAt ? [] : person),
          {
            label: t("detail.language"),
            value: known ? common(`language.${known}`) : customer.language,
          },
          { label: t("detail.segment"), value: customer.segment ?? "–" },
          { label: t("detail.consent"), value: t(`consents.${customer.consent}`) },
          { label: t("detail.created"), value: date(customer.createdAt) },
          ...(customer.erasedAt ? [{ label: t("detail.erasedAt"), value: date(customer.erasedAt) }] : []),
        ]}
      />
    </Card>
  );
}
