import { useTranslations } from "next-intl";
import { Table } from "@/ui/table";
import type { ActionRow } from "../schema";
import { StatusLabel } from "./status-label";

/** Improvement actions in a list: what, whom it concerns, who sees to it, when its effect is looked at. */
export function ActionTable({
  rows,
  path,
  day,
}: {
  rows: ActionRow[];
  path: string;
  day: (date: Date) => string;
}) {
  const t = useTranslations("improvementActions");
  return (
    <Table
      caption={t("title")}
      onPhone="cards"
      columns={[
        {
          key: "title",
          header: t("fields.title"),
          rowHeader: true,
          width: "36%",
          cell: (row) => <span className="line-clamp-2 break-words">{row.title}</span>,
        },
        {
          key: "concern",
          header: t("fields.concern"),
          cell: (row) => row.employeeName ?? row.locationName ?? t("concern.organization"),
        },
        {
          key: "responsible",
          header: t("fields.responsible"),
          cell: (row) => row.responsibleName ?? <span className="text-muted">{t("nobody")}</span>,
        },
        {
          key: "review",
          header: t("fields.reviewOn"),
          cell: (row) => <span className="whitespace-nowrap tabular-nums">{day(row.reviewOn)}</span>,
        },
        { key: "status", header: t("fields.status"), cell: (row) => <StatusLabel action={row} /> },
      ]}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `${path}/${row.id}`}
    />
  );
}
