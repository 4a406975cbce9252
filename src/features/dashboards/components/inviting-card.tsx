import type { Dashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import { getInviting, type InvitingRow } from "@/features/dashboards/figures/inviting";
import { getTexts } from "@/features/dashboards/texts";
import { formatValue } from "@/metrics/format";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { IntervalDot } from "@/ui/charts/interval-dot";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { type Column, Table } from "@/ui/table";
import { groupRowHref } from "./group-links";

/** How many of each employee's customers were invited, and whose share cannot be explained by chance. */
export async function InvitingCard({ dashboard }: { dashboard: Dashboard }) {
  const texts = await getTexts();
  const { t } = texts;
  const { target, rows } = await getInviting(
    dashboard,
    (id) => texts.nameOf(dashboard, "employee", id),
    texts.locale,
  );
  const outside = rows.filter((row) => row.outside !== null).length;
  const columns: Column<InvitingRow>[] = [
    { key: "name", header: t("dimension.employee"), rowHeader: true, cell: (row) => row.name },
    {
      key: "encounters",
      header: t("column.encounters"),
      align: "end",
      cell: (row) => texts.count(row.encounters),
    },
    {
      key: "share",
      header: t("column.invitedShare"),
      align: "end",
      cell: (row) => <span className="font-medium text-ink">{texts.figure(row.figure)}</span>,
    },
    {
      key: "limits",
      hideOnPhone: true,
      header: t("inviting.limits"),
      width: "14rem",
      cell: (row) => (
        <IntervalDot
          value={row.figure.value}
          low={row.limits?.low}
          high={row.limits?.high}
          domain={[0, 1]}
          reference={target}
          label={t("inviting.limitsText", {
            interval: texts.interval({ interval: row.limits, unit: "share" }),
          })}
        />
      ),
    },
    {
      key: "note",
      header: t("column.note"),
      cell: (row) =>
        row.outside ? (
          <Badge tone="signal">{t(`inviting.${row.outside}`)}</Badge>
        ) : (
          <span className="text-sm text-muted">{t("inviting.normal")}</span>
        ),
    },
  ];
  const title = t("inviting.title");
  return (
    <Card
      flush
      title={title}
      description={
        target === null
          ? undefined
          : t("inviting.description", {
              count: outside,
              target: formatValue(target, "share", texts.locale),
            })
      }
      actions={<CsvLink href={exportHref(dashboard, "inviting")} label={title} />}
    >
      <Table
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => groupRowHref(dashboard, "employee", row.id)}
        onPhone="cards"
        empty={<EmptyState compact title={t("funnel.empty")} />}
      />
    </Card>
  );
}
