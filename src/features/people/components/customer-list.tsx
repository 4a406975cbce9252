import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Table } from "@/ui/table";
import type { CustomerRow } from "../schema";
import { CustomerName } from "./customer-name";
import { CustomerReachBadge } from "./customer-reach-badge";

const languages = ["fi", "sv", "en"] as const;

export async function CustomerList({
  customers,
  path,
  empty,
}: {
  customers: CustomerRow[];
  path: string;
  empty: ReactNode;
}) {
  const t = await getTranslations("customers");
  const common = await getTranslations("common");
  const languageName = (code: string) => {
    const known = languages.find((language) => language === code);
    return known ? common(`language.${known}`) : code;
  };
  return (
    <Table
      caption={t("title")}
      rows={customers}
      rowKey={(customer) => customer.id}
      rowHref={(customer) => `${path}/${customer.id}`}
      rowMuted={(customer) => customer.isArchived || customer.erasedAt !== null}
      onPhone="cards"
      empty={empty}
      columns={[
        {
          key: "name",
          header: t("columns.name"),
          cell: (customer) => <CustomerName customer={customer} />,
        },
        {
          key: "contact",
          header: t("columns.contact"),
          cell: (customer) => customer.email ?? "–",
          className: "break-all",
        },
        {
          key: "reference",
          header: t("columns.reference"),
          cell: (customer) => customer.externalReference ?? "–",
        },
        {
          key: "language",
          header: t("columns.language"),
          cell: (customer) => languageName(customer.language),
        },
        { key: "segment", header: t("columns.segment"), cell: (customer) => customer.segment ?? "–" },
        {
          key: "surveys",
          header: t("columns.surveys"),
          cell: (customer) => <CustomerReachBadge customer={customer} />,
        },
      ]}
    />
  );
}
