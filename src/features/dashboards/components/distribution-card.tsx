import type { Dashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import { getScoreShares } from "@/features/dashboards/figures/score-shares";
import { toChartTable } from "@/features/dashboards/sheets/chart-table";
import { makeDistributionSheet } from "@/features/dashboards/sheets/other-sheets";
import { getTexts } from "@/features/dashboards/texts";
import { Card } from "@/ui/card";
import { ChartFrame } from "@/ui/charts/chart-frame";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { ScoreBars, summarizeBands } from "./score-bars";

/** How the answers spread over the scale: the bands as one bar, each score as a column. */
export async function DistributionCard({ dashboard }: { dashboard: Dashboard }) {
  const [texts, shares] = await Promise.all([getTexts(), getScoreShares(dashboard)]);
  const { t } = texts;
  const title = t("distribution.title");
  if (shares.n === 0) {
    return (
      <Card title={title}>
        <EmptyState compact title={t("distribution.empty")} />
      </Card>
    );
  }
  return (
    <ChartFrame
      title={title}
      description={`${texts.metric(shares.metric)} · ${texts.answers(shares.n)}`}
      summary={summarizeBands(shares, texts)}
      table={toChartTable(makeDistributionSheet(shares, texts), texts.locale)}
      actions={<CsvLink href={exportHref(dashboard, "distribution")} label={title} />}
      className="flex flex-col"
    >
      <ScoreBars label={title} shares={shares} texts={texts} />
    </ChartFrame>
  );
}
