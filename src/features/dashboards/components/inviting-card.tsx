import type { Dashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import { getInviting, type Inviting, type InvitingRow } from "@/features/dashboards/figures/inviting";
import type { Texts } from "@/features/dashboards/make-texts";
import { invitingExportOf } from "@/features/dashboards/sheets/load-sheet";
import { getTexts } from "@/features/dashboards/texts";
import { formatValue } from "@/metrics/format";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { IntervalDot } from "@/ui/charts/interval-dot";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { type Column, Table } from "@/ui/table";
import { groupRowHref } from "./group-links";

const MOST_ROWS = 25;

/**
 * From encounters to answers by employee, touchpoint …; of people also whose share of invited customers cannot be explained
 * by chance.
 */
export async function InvitingCard({
  dashboard: page,
  dimension = "employee",
}: {
  dashboard: Dashboard;
  dimension?: "employee" | "touchpoint" | "location" | "channel";
}) {
  const texts = await getTexts();
  const { t } = texts;
  const inviting = await getInviting(
    page,
    dimension,
    (named, value) => texts.nameOf(named, dimension, value),
    texts.locale,
  );
  const { dashboard, rows } = inviting;
  const title = dimension === "employee" ? t("inviting.title") : t(`inviting.by.${dimension}`);
  const shown = { shown: MOST_ROWS, count: rows.length };
  return (
    <Card
      flush
      title={title}
      description={describeInviting(inviting, texts)}
      actions={<CsvLink href={exportHref(page, invitingExportOf(dimension), { query: "" })} label={title} />}
      footer={
        rows.length > MOST_ROWS && (
          <p className="text-sm text-muted">
            {inviting.hasLimits ? t("inviting.first", shown) : t("inviting.firstPlain", shown)}
          </p>
        )
      }
    >
      <Table
        caption={title}
        columns={makeColumns(inviting, texts)}
        rows={rows.slice(0, MOST_ROWS)}
        rowKey={(row) => row.id}
        rowHref={(row) => groupRowHref(dashboard, dimension, row.id)}
        onPhone="cards"
        empty={<EmptyState compact title={t("funnel.empty")} />}
      />
    </Card>
  );
}

function describeInviting({ hasLimits, rows, target }: Inviting, { t, locale }: Texts): string {
  if (!hasLimits || target === null) return t("funnel.description");
  return t("inviting.description", {
    count: rows.filter(({ outside }) => outside !== null).length,
    target: formatValue(target, "share", locale),
  });
}

function makeColumns(inviting: Inviting, texts: Texts): Column<InvitingRow>[] {
  const { t } = texts;
  const counts: Column<InvitingRow>[] = (["encounters", "eligible"] as const).map((step) => ({
    key: step,
    header: t(`funnel.step.${step}`),
    align: "end",
    hideOnPhone: step === "eligible",
    cell: ({ funnel }) => texts.count(funnel[step]),
  }));
  return [
    { key: "name", header: t(`dimension.${inviting.dimension}`), rowHeader: true, cell: (row) => row.name },
    ...counts,
    {
      key: "share",
      header: t("funnel.step.invited"),
      align: "end",
      cell: ({ figure, funnel }) => (
        <ShareCell share={texts.figure(figure)} below={texts.count(funnel.invited)} />
      ),
    },
    ...(inviting.hasLimits ? limitColumns(inviting, texts) : []),
    {
      key: "rate",
      header: t("funnel.step.answered"),
      align: "end",
      cell: ({ rate, funnel }) => (
        <ShareCell
          share={texts.figure(rate)}
          below={rate.interval ? `${texts.interval(rate)} · ${texts.count(funnel.answered)}` : texts.count(0)}
        />
      ),
    },
  ];
}

function limitColumns({ target }: Inviting, texts: Texts): Column<InvitingRow>[] {
  const { t } = texts;
  return [
    {
      key: "limits",
      hideOnPhone: true,
      header: t("inviting.limits"),
      width: "9rem",
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
}

function ShareCell({ share, below }: { share: string; below: string }) {
  return (
    <span className="inline-flex flex-col items-end">
      <span className="font-medium text-ink">{share}</span>
      <span className="text-xs whitespace-nowrap text-muted">{below}</span>
    </span>
  );
}
