import { useTranslations } from "next-intl";
import { Moment } from "@/ui/moment";
import { Table } from "@/ui/table";
import type { EncounterRow } from "../schema";
import { StateBadge } from "./state-badge";

type Times = {
  moment: (instant: Date) => string;
  nearMoment: (instant: Date) => string;
  day: (instant: Date) => string;
};

/** Encounters, newest first, each with what became of its invitation. */
export function EncounterTable({
  rows,
  path,
  times,
  withEmployee,
  withCustomer = true,
}: {
  rows: EncounterRow[];
  path: string;
  times: Times;
  withEmployee: boolean;
  /** Not on the customer's own page. */
  withCustomer?: boolean;
}) {
  const t = useTranslations("encounters");
  const common = useTranslations("common");
  return (
    <Table
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
      onPhone="cards"
      columns={[
        {
          key: "occurredAt",
          header: t("columns.occurredAt"),
          cell: (row) => <Moment iso={row.occurredAt.toISOString()} text={times.moment(row.occurredAt)} />,
        },
        ...(withCustomer
          ? [
              {
                key: "customer",
                header: t("columns.customer"),
                cell: (row: EncounterRow) =>
                  row.customer ?? <span className="text-muted">{t("unnamed")}</span>,
              },
            ]
          : []),
        {
          key: "touchpoint",
          header: t("columns.touchpoint"),
          cell: (row) => (
            <span className="block">
              {row.touchpoint}
              <span className="block text-sm text-muted">
                {row.encounterType} · {common(`channel.${row.channel}`)}
              </span>
            </span>
          ),
        },
        ...(withEmployee
          ? [{ key: "employee", header: t("columns.employee"), cell: (row: EncounterRow) => row.employee }]
          : []),
        {
          key: "state",
          header: t("columns.state"),
          cell: (row) => <StateBadge state={row.state} times={times} />,
        },
      ]}
    />
  );
}
