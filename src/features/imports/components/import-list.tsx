import { useTranslations } from "next-intl";
import { StatusBadge } from "@/ui/badge";
import { Moment } from "@/ui/moment";
import { Table } from "@/ui/table";
import type { ImportSummary } from "../schema";

/** Imports of a kind, newest first. */
export function ImportList({
  imports,
  importsHref,
  moment,
}: {
  imports: ImportSummary[];
  importsHref: string;
  moment: (instant: Date) => string;
}) {
  const t = useTranslations("imports");
  const tones = { uploaded: "neutral", running: "accent", finished: "accent", failed: "danger" } as const;
  return (
    <Table
      caption={t("new.recent")}
      rows={imports}
      rowKey={(row) => row.id}
      rowHref={(row) => `${importsHref}/${row.id}`}
      onPhone="cards"
      columns={[
        { key: "file", header: t("list.file"), cell: (row) => row.fileName, className: "break-all" },
        {
          key: "when",
          header: t("list.when"),
          cell: (row) => <Moment iso={row.createdAt.toISOString()} text={moment(row.createdAt)} />,
        },
        { key: "who", header: t("list.who"), cell: (row) => row.createdBy ?? "–" },
        {
          key: "status",
          header: t("list.status"),
          cell: (row) => <StatusBadge tone={tones[row.status]}>{t(`statuses.${row.status}`)}</StatusBadge>,
        },
        { key: "rows", header: t("list.rows"), align: "end", cell: (row) => row.rowsTotal ?? "–" },
        { key: "stored", header: t("list.stored"), align: "end", cell: (row) => row.rowsStored },
        { key: "unchanged", header: t("list.unchanged"), align: "end", cell: (row) => row.rowsUnchanged },
        { key: "rejected", header: t("list.rejected"), align: "end", cell: (row) => row.rowsRejected },
      ]}
    />
  );
}
