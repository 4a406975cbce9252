import type { Dashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import { getTrend, type Trend } from "@/features/dashboards/figures/trend";
import type { Texts } from "@/features/dashboards/make-texts";
import { toChartTable } from "@/features/dashboards/sheets/chart-table";
import { contextKey, makeTrendSheet } from "@/features/dashboards/sheets/trend-sheet";
import { getTexts } from "@/features/dashboards/texts";
import { HEADLINES } from "@/metrics/headline";
import { MINIMUM_BASELINE_POINTS } from "@/metrics/nelson-rules";
import { Card } from "@/ui/card";
import { ChartFrame } from "@/ui/charts/chart-frame";
import { TrendChart } from "@/ui/charts/trend-chart";
import type { TrendPoint } from "@/ui/charts/trend-point";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { scaleOf, ticksOf } from "./metric-scale";

/** The selected metric over time: interval band, limits of normal variation, and what is a signal. */
export async function TrendCard({ dashboard }: { dashboard: Dashboard }) {
  const [texts, trend] = await Promise.all([getTexts(), getTrend(dashboard)]);
  const { t } = texts;
  const metric = texts.metric(dashboard.metric);
  const title = t(`trend.title.${dashboard.interval}`, { metric });
  if (trend.points.every(({ point }) => point.n === 0)) {
    return (
      <Card title={title}>
        <EmptyState compact title={t("trend.empty", { metric })} />
      </Card>
    );
  }
  const verdict = describeTrend(trend, dashboard, texts);
  return (
    <ChartFrame
      title={title}
      description={verdict}
      summary={summarizeTrend(trend, dashboard, texts, verdict)}
      table={toChartTable(makeTrendSheet(trend, dashboard, texts), texts.locale)}
      actions={<CsvLink href={exportHref(dashboard, "trend")} label={title} />}
    >
      <TrendChart
        label={title}
        data={trend.points.map((point) => describePoint(point, dashboard, texts))}
        domain={scaleOf(dashboard.metric)}
        ticks={ticksOf(dashboard.metric, texts.locale)}
        unitLabel={t(`metric.${dashboard.metric}.axis`)}
        seriesLabel={metric}
        comparisonLabel={trend.hasContext ? t(contextKey(dashboard)) : undefined}
        centre={
          trend.centre === null || !trend.hasLimits
            ? undefined
            : {
                value: trend.centre,
                label: t(`trend.baseline.${dashboard.interval}`, { count: trend.baseline }),
              }
        }
      />
    </ChartFrame>
  );
}

function bucketText({ bucket }: Trend["points"][number], { interval }: Dashboard, texts: Texts): string {
  return texts.bucket(bucket, interval, (values) => texts.t("trend.week", values));
}

function describePoint(trendPoint: Trend["points"][number], dashboard: Dashboard, texts: Texts): TrendPoint {
  const { t } = texts;
  const { bucket, point, context } = trendPoint;
  const { unit } = HEADLINES[dashboard.metric];
  return {
    key: bucket.key,
    label: bucketText(trendPoint, dashboard, texts),
    value: point.value,
    low: point.interval?.low ?? null,
    high: point.interval?.high ?? null,
    valueText: texts.figure({ value: point.value, unit }, { digits: "exact" }),
    intervalText: point.interval
      ? t("intervalText", {
          interval: texts.interval({ interval: point.interval, unit }, { digits: "exact" }),
        })
      : undefined,
    nText: bucket.isPartial
      ? t("trend.partial", { days: texts.days(bucket), answers: texts.answers(point.n) })
      : `${texts.days(bucket)} · ${texts.answers(point.n)}`,
    signalText: point.signal ? t(`signal.${point.signal.rule}.${point.signal.side}`) : undefined,
    limitsText:
      point.lower !== null && point.upper !== null
        ? t("trend.limits", {
            interval: texts.interval(
              { interval: { low: point.lower, high: point.upper }, unit },
              { digits: "exact" },
            ),
          })
        : undefined,
    lowerLimit: point.lower,
    upperLimit: point.upper,
    comparison: context?.value ?? null,
    comparisonText: context
      ? `${texts.figure(context, { digits: "exact" })} · ${texts.answers(context.n)}`
      : undefined,
  };
}

/** The trend's one sentence: signals, none, or why it cannot be told. */
function describeTrend(trend: Trend, { interval }: Dashboard, { t }: Texts): string {
  if (!trend.hasLimits) return t(`trend.noLimits.${interval}`, { minimum: MINIMUM_BASELINE_POINTS });
  const signals = trend.points.filter(({ point }) => point.signal).length;
  return signals === 0 ? t("trend.normal") : t(`trend.signals.${interval}`, { count: signals });
}

function summarizeTrend(trend: Trend, dashboard: Dashboard, texts: Texts, verdict: string): string {
  const { unit } = HEADLINES[dashboard.metric];
  const answered = trend.points.filter(({ point }) => point.value !== null);
  const [first, last] = [answered[0], answered.at(-1)];
  if (!first || !last) return verdict;
  return texts.t("trend.summary", {
    metric: texts.metric(dashboard.metric),
    first: bucketText(first, dashboard, texts),
    firstValue: texts.figure({ value: first.point.value, unit }),
    last: bucketText(last, dashboard, texts),
    lastValue: texts.figure({ value: last.point.value, unit }),
    verdict,
  });
}
