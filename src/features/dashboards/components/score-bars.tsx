import type { ScoreShares } from "@/features/dashboards/figures/score-shares";
import type { Texts } from "@/features/dashboards/make-texts";
import type { Band } from "@/metrics/segments";
import type { ChartTone } from "@/ui/charts/chart-tone";
import { DistributionChart } from "@/ui/charts/distribution-chart";
import { StackedShareBar } from "@/ui/charts/stacked-share-bar";

const tones: Record<Band, ChartTone> = {
  promoter: "promoter",
  passive: "passive",
  detractor: "detractor",
  satisfied: "promoter",
  neutral: "passive",
  dissatisfied: "detractor",
};

/** How answers spread over their scale: the bands as one bar, each score as a column. */
export function ScoreBars({
  label,
  shares,
  texts,
  height,
}: {
  label: string;
  shares: ScoreShares;
  texts: Texts;
  height?: number;
}) {
  const { t } = texts;
  const write = (value: number | null, digits: "view" | "exact" = "view") =>
    texts.figure({ value, unit: "share" }, { digits });
  return (
    <>
      <StackedShareBar
        label={label}
        parts={shares.bands.map(({ band, share }) => ({
          label: texts.band(shares.metric, band),
          share: share ?? 0,
          text: write(share),
          tone: tones[band],
        }))}
      />
      <div className="mt-4">
        <DistributionChart
          label={label}
          height={height}
          axisLabel={t("distribution.axis", { scale: t(`metric.${shares.metric}.scale`) })}
          bars={shares.scores.map(({ score, count, share, band }) => ({
            label: String(score),
            share: share ?? 0,
            // Eleven columns have no room for the sign; the axis says that these are shares.
            shareText: write(share, "exact"),
            barText: write(share).replace(/[\s\u00a0]?%/, ""),
            countText: texts.answers(count),
            tone: tones[band],
            band: texts.band(shares.metric, band),
          }))}
        />
      </div>
    </>
  );
}

/** The bands with their shares in one line, for those who do not see the bars. */
export function summarizeBands(shares: ScoreShares, texts: Texts): string {
  return shares.bands
    .map(
      ({ band, share }) =>
        `${texts.band(shares.metric, band)} ${texts.figure({ value: share, unit: "share" })}`,
    )
    .join(", ");
}
