import { useTranslations } from "next-intl";
import { Table } from "@/ui/table";
import type { ShownRejection } from "../schema";

/** What is wrong with which line and column. A value that is kept no longer is a dash. */
export function RejectionTable({ rejections, caption }: { rejections: ShownRejection[]; caption: string }) {
  const t = useTranslations("imports");
  return (
    <Table
      caption={caption}
      rows={rejections}
      rowKey={(row) => `${row.line} ${row.column}`}
      onPhone="cards"
      columns={[
        { key: "line", header: t("result.line"), cell: (row) => row.line, width: "5rem" },
        {
          key: "column",
          header: t("result.column"),
          cell: (row) => row.column || <span className="text-muted">{t("result.wholeRow")}</span>,
        },
        {
          key: "value",
          header: t("result.value"),
          className: "break-all",
          cell: (row) =>
            row.value === null ? (
              "–"
            ) : row.value === "" ? (
              <span className="text-muted">{t("result.emptyValue")}</span>
            ) : (
              row.value
            ),
        },
        { key: "reason", header: t("result.reason"), cell: (row) => t(`reasons.${row.reason}`) },
      ]}
    />
  );
}
