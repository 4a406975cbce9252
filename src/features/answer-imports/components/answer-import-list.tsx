import { useFormatter, useTranslations } from "next-intl";
import { StatusBadge } from "@/ui/badge";
import { Moment } from "@/ui/moment";
import { Table } from "@/ui/table";
import type { AnswerImportSummary } from "../schema";

const TONES = {
  uploading: "warning",
  uploaded: "neutral",
  running: "accent",
  finished: "accent",
  failed: "danger",
  undoing: "warning",
  undone: "neutral",
} as const satisfies Record<AnswerImportSummary["status"], string>;

/** Imports of answers, newest first. */
export function AnswerImportList({
  imports,
  importsHref,
  moment,
}: {
  imports: AnswerImportSummary[];
  importsHref: string;
  moment: (instant: Date) => string;
}) {
  const t = useTranslations("answerImports");
  const format = useFormatter();
  return (
    <Table
      caption={t("new.recent")}
      rows={imports}
      rowKey={(row) => row.id}
      rowHref={(row) => `${importsHref}/${row.id}`}
      rowMuted={(row) => row.status === "undone"}
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
          cell: (row) => <StatusBadge tone={TONES[row.status]}>{t(`statuses.${row.status}`)}</StatusBadge>,
        },
        {
          key: "rows",
          header: t("list.rows"),
          align: "end",
          cell: (row) => (row.rowsTotal === null ? "–" : format.number(row.rowsTotal)),
        },
        {
          key: "stored",
          header: t("list.stored"),
          align: "end",
          cell: (row) => format.number(row.answersStored),
        },
        {
          key: "rejected",
          header: t("list.rejected"),
          align: "end",
          cell: (row) => format.number(row.rejected),
        },
      ]}
    />
  );
}
