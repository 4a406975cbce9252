import { useTranslations } from "next-intl";
import { Moment } from "@/ui/moment";
import { type Column, Table } from "@/ui/table";
import type { AuditListRow, AuditTab } from "../schema";
import { AppealBadges, AuditKindBadge, AuditScoreText, AuditStatusBadge } from "./audit-status";

type Times = Record<"day" | "nearMoment", (instant: Date) => string>;

/** Where a row leads: to go on writing, to the reviewer's desk, else to the report. */
function hrefOf(row: AuditListRow, tab: AuditTab, path: string): string {
  if (tab === "mine" && (row.status === "draft" || row.status === "returned"))
    return `${path}/${row.id}/enter`;
  return tab === "review" || tab === "returned" ? `${path}/${row.id}/review` : `${path}/${row.id}`;
}

/** The audits of a tab. Scores only where the reader may see them; the auditor only where the reader may know who. */
export function AuditTable({
  rows,
  tab,
  path,
  times,
  caption,
}: {
  rows: AuditListRow[];
  tab: AuditTab;
  path: string;
  times: Times;
  caption: string;
}) {
  const t = useTranslations("auditReview");
  const withScore = tab === "published" || tab === "mine";
  const withAuditor = tab !== "mine" && rows.some((row) => row.auditor.name);
  const columns: (Column<AuditListRow> | false)[] = [
    {
      key: "visit",
      header: t("columns.visit"),
      rowHeader: true,
      cell: (row) =>
        row.visitStartedAt ? (
          <Moment iso={row.visitStartedAt.toISOString()} text={times.day(row.visitStartedAt)} />
        ) : (
          <span className="font-normal text-muted">{t("noVisit")}</span>
        ),
    },
    { key: "kind", header: t("columns.kind"), cell: (row) => <AuditKindBadge kind={row.kind} /> },
    {
      key: "place",
      header: t("columns.place"),
      cell: (row) => (
        <span className="block">
          {row.location.name}
          <span className="block text-sm text-muted">
            {row.touchpoint.name} · {row.formName}
          </span>
        </span>
      ),
    },
    {
      key: "employee",
      header: t("columns.employee"),
      cell: (row) =>
        row.employee?.name ?? <span className="whitespace-nowrap text-muted">{t("notNamed")}</span>,
    },
    withAuditor && {
      key: "auditor",
      header: t("columns.auditor"),
      cell: (row) => row.auditor.name || <span className="text-muted">–</span>,
    },
    withScore && {
      key: "score",
      header: t("columns.score"),
      cell: (row) =>
        row.status === "draft" ? (
          <span className="text-muted">–</span>
        ) : (
          <AuditScoreText score={row.score} isFailed={row.isFailed} />
        ),
    },
    !withScore && {
      key: "sent",
      header: t("columns.sent"),
      cell: (row) =>
        row.submittedAt && (
          <Moment iso={row.submittedAt.toISOString()} text={times.nearMoment(row.submittedAt)} />
        ),
    },
    {
      key: "status",
      header: t("columns.status"),
      cell: (row) => (
        <span className="flex flex-col items-start gap-1">
          {tab === "published" ? null : <AuditStatusBadge row={row} />}
          {row.timesReturned > (row.status === "returned" ? 1 : 0) && row.status !== "published" && (
            <span className="text-sm text-muted">{t("status.returnedTimes", { n: row.timesReturned })}</span>
          )}
          <AppealBadges appeals={row.appeals} />
        </span>
      ),
    },
  ];
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => hrefOf(row, tab, path)}
      onPhone="cards"
      columns={columns.filter((column) => column !== false)}
    />
  );
}
