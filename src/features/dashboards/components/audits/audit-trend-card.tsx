import type { AuditDashboard } from "@/features/dashboards/audits/audit-dashboard";
import { auditExportHref } from "@/features/dashboards/audits/audit-href";
import {
  type AuditTrend,
  type AuditTrendPoint,
  getAuditTrend,
} from "@/features/dashboards/audits/audit-trend";
import { makeAuditTrendSheet } from "@/features/dashboards/audits/group-sheets";
import { asShare, percentInterval } from "@/features/dashboards/audits/shares";
import type { Texts } from "@/features/dashboards/make-texts";
import { isoWeek } from "@/features/dashboards/periods";
import { toChartTable } from "@/features/dashboards/sheets/chart-table";
import { getTexts } from "@/features/dashboards/texts";
import { formatValue, percentAsShare } from "@/metrics/format";
import { MINIMUM_BASELINE_POINTS } from "@/metrics/nelson-rules";
import { Card } from "@/ui/card";
import { ChartFrame } from "@/ui/charts/chart-frame";
import { TrendChart } from "@/ui/charts/trend-chart";
import type { TrendPoint } from "@/ui/charts/trend-point";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { formatMonth, formatShortDay } from "../../format-day";

/** The mean score over time with the limits of normal variation, and what is a signal. */
export async function AuditTrendCard({ dashboard }: { dashboard: AuditDashboard }) {
  const [texts, trend] = await Promise.all([getTexts(), getAuditTrend(dashboard)]);
  const { audits } = texts;
  const title = audits(`trend.title.${trend.by}`);
  if (trend.points.every(({ figure }) => figure.n === 0)) {
    return (
      <Card title={title}>
        <EmptyState compact title={audits(`empty.${dashboard.kind}`)} />
      </Card>
    );
  }
  const verdict = describeTrend(trend, texts);
  const highest = Math.max(100, ...trend.points.map(({ figure }) => figure.score ?? 0));
  return (
    <ChartFrame
      title={title}
      description={verdict}
      summary={summarize(trend, texts, verdict)}
      table={toChartTable(makeAuditTrendSheet(trend, texts), texts.locale)}
      actions={<CsvLink href={auditExportHref(dashboard, "audit-trend")} label={title} />}
    >
      <TrendChart
        label={title}
        data={trend.points.map((point) => describePoint(point, trend, texts))}
        domain={[0, highest / 100]}
        ticks={[0, 0.25, 0.5, 0.75, 1].map((value) => ({
          value,
          label: formatValue(value, "share", texts.locale),
        }))}
        unitLabel={audits("trend.axis")}
        seriesLabel={audits("trend.series")}
        centre={
          trend.centre === null || !trend.hasLimits
            ? undefined
            : {
                value: percentAsShare(trend.centre),
                label: audits(`trend.baseline.${trend.by}`, { count: trend.baseline }),
              }
        }
      />
    </ChartFrame>
  );
}

function labelOf(point: AuditTrendPoint, { by }: AuditTrend, texts: Texts): string {
  if (by === "visit") return texts.day(point.firstDay);
  if (by === "month") return formatMonth(point.key, texts.locale);
  return texts.t("trend.week", { week: isoWeek(point.key), day: formatShortDay(point.key, texts.locale) });
}

function describePoint(point: AuditTrendPoint, trend: AuditTrend, texts: Texts): TrendPoint {
  const { t, audits } = texts;
  const { figure, limits, failed } = point;
  const score = asShare(figure);
  const exact = { digits: "exact" } as const;
  const normal =
    limits.lower === null || limits.upper === null
      ? null
      : percentInterval({ low: limits.lower, high: limits.upper });
  const counted = audits("visits", { n: figure.n });
  return {
    key: point.key,
    label: labelOf(point, trend, texts),
    value: score.value,
    low: score.interval?.low ?? null,
    high: score.interval?.high ?? null,
    valueText: texts.figure(score, exact),
    intervalText: score.interval ? t("intervalText", { interval: texts.interval(score, exact) }) : undefined,
    nText: failed > 0 ? audits("trend.withFailed", { visits: counted, failed }) : counted,
    signalText: limits.signal ? t(`signal.${limits.signal.rule}.${limits.signal.side}`) : undefined,
    limitsText: normal
      ? t("trend.limits", { interval: texts.interval({ interval: normal, unit: "share" }, exact) })
      : undefined,
    lowerLimit: percentAsShare(limits.lower),
    upperLimit: percentAsShare(limits.upper),
  };
}

function describeTrend({ by, hasLimits, points }: AuditTrend, { t, audits }: Texts): string {
  if (!hasLimits) return audits(`trend.noLimits.${by}`, { minimum: MINIMUM_BASELINE_POINTS });
  const signals = points.filter(({ limits }) => limits.signal).length;
  return signals === 0 ? t("trend.normal") : audits(`trend.signals.${by}`, { count: signals });
}

function summarize(trend: AuditTrend, texts: Texts, verdict: string): string {
  const scored = trend.points.filter(({ figure }) => figure.n > 0);
  const [first, last] = [scored[0], scored.at(-1)];
  if (!first || !last) return verdict;
  return texts.t("trend.summary", {
    metric: texts.audits("trend.series"),
    first: labelOf(first, trend, texts),
    firstValue: texts.figure(asShare(first.figure)),
    last: labelOf(last, trend, texts),
    lastValue: texts.figure(asShare(last.figure)),
    verdict,
  });
}
