import type { Dashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import { getScoreShares } from "@/features/dashboards/figures/score-shares";
import { makeDistributionSheet } from "@/features/dashboards/sheets/other-sheets";
import { toChartTable } from "@/features/dashboards/sheets/sheet";
import { getTexts } from "@/features/dashboards/texts";
import type { Band } from "@/metrics/segments";
import { Card } from "@/ui/card";
import { ChartFrame } from "@/ui/charts/chart-frame";
import type { ChartTone } from "@/ui/charts/chart-tone";
import { DistributionChart } from "@/ui/charts/distribution-chart";
import { StackedShareBar } from "@/ui/charts/stacked-share-bar";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";

const tones: Record<Band, ChartTone> = {
  promoter: "promoter",
  passive: "passive",
  detractor: "detractor",
  satisfied: "promoter",
  neutral: "passive",
  dissatisfied: "detractor",
};

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
  const share = (value: number | null, digits: "view" | "exact" = "view") =>
    texts.figure({ value, unit: "share" }, { digits });
  const parts = shares.bands.map(({ band, share: ofAll }) => ({
    label: texts.band(shares.metric, band),
    share: ofAll ?? 0,
    text: share(ofAll),
    tone: tones[band],
  }));
  return (
    <ChartFrame
      title={title}
      description={`${texts.metric(shares.metric)} · ${texts.answers(shares.n)}`}
      summary={parts.map((part) => `${part.label} ${part.text}`).join(", ")}
      table={toChartTable(makeDistributionSheet(shares, texts), texts.locale)}
      actions={<CsvLink href={exportHref(dashboard, "distribution")} label={title} />}
      className="flex flex-col"
    >
      <StackedShareBar label={title} parts={parts} />
      <div className="mt-4">
        <DistributionChart
          label={title}
          axisLabel={t("distribution.axis", { scale: t(`metric.${shares.metric}.scale`) })}
          bars={shares.scores.map(({ score, count, share: ofAll, band }) => ({
            label: String(score),
            share: ofAll ?? 0,
            // Eleven columns have no room for the sign; the axis says that these are shares.
            shareText: share(ofAll, "exact"),
            barText: share(ofAll).replace(/[\s\u00a0]?%/, ""),
            countText: texts.answers(count),
            tone: tones[band],
            band: texts.band(shares.metric, band),
          }))}
        />
      </div>
    </ChartFrame>
  );
}
