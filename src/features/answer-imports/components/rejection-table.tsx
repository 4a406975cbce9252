import { useFormatter, useTranslations } from "next-intl";
import { Table } from "@/ui/table";
import type { AnswerRejection } from "../schema";

/** What was refused: line, column, value and why. A value that is kept no longer is a dash. */
export function RejectionTable({ rejections, caption }: { rejections: AnswerRejection[]; caption: string }) {
  const t = useTranslations("answerImports");
  const format = useFormatter();
  return (
    <Table
      caption={caption}
      rows={rejections}
      rowKey={(row) => `${row.line} ${row.column}`}
      onPhone="cards"
      columns={[
        {
          key: "line",
          header: t("rejections.line"),
          cell: (row) => format.number(row.line),
          width: "5rem",
        },
        {
          key: "column",
          header: t("rejections.column"),
          className: "break-words",
          cell: (row) => row.column || <span className="text-muted">{t("rejections.wholeRow")}</span>,
        },
        {
          key: "value",
          header: t("rejections.value"),
          className: "break-all",
          cell: (row) =>
            row.value === null ? (
              "–"
            ) : row.value === "" ? (
              <span className="text-muted">{t("rejections.empty")}</span>
            ) : (
              row.value
            ),
        },
        { key: "reason", header: t("rejections.reason"), cell: (row) => t(`reasons.${row.reason}`) },
      ]}
    />
  );
}
