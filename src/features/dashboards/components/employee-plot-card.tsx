import type { Dashboard } from "@/features/dashboards/dashboard";
import { exportHref } from "@/features/dashboards/dashboard-href";
import {
  type EmployeePlot,
  getEmployeePlot,
  type NamedPlotPoint,
} from "@/features/dashboards/figures/funnel-plot";
import type { Texts } from "@/features/dashboards/make-texts";
import { toChartTable } from "@/features/dashboards/sheets/chart-table";
import { describeZone, makeEmployeePlotSheet } from "@/features/dashboards/sheets/other-sheets";
import { getTexts } from "@/features/dashboards/texts";
import { Card } from "@/ui/card";
import { ChartFrame } from "@/ui/charts/chart-frame";
import { FunnelPlot } from "@/ui/charts/funnel-plot";
import type { PlotPoint } from "@/ui/charts/plot-point";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { scaleAround, ticksOf } from "./metric-scale";

/** The table beside the drawing goes to the browser with the page; beyond this many rows the download has the rest. */
const MOST_ROWS = 200;

/** Employees by score and number of answers: who stands out by more than chance, and who only seems to. */
export async function EmployeePlotCard({ dashboard: page }: { dashboard: Dashboard }) {
  const texts = await getTexts();
  const { t } = texts;
  const plot = await getEmployeePlot(page, (named, id) => texts.nameOf(named, "employee", id), texts.locale);
  const metric = texts.metric(page.metric);
  const title = t("plot.title", { metric });
  if (!plot || plot.points.length === 0) {
    return (
      <Card title={title}>
        <EmptyState compact title={t("plot.empty")} />
      </Card>
    );
  }
  const { points, limits } = plot;
  const target = texts.figure(plot.target);
  const verdict = t("plot.description", {
    outside: points.filter(({ zone }) => zone === "outside").length,
    target,
  });
  const shown = { ...plot, points: points.slice(0, MOST_ROWS) };
  return (
    <ChartFrame
      title={title}
      description={verdict}
      summary={t("plot.summary", { count: points.length, metric, target, verdict })}
      table={toChartTable(makeEmployeePlotSheet(shown, texts), texts.locale)}
      actions={<CsvLink href={exportHref(page, "employee-plot", { query: "" })} label={title} />}
      footer={listNotes(plot, texts).join(" ")}
    >
      <FunnelPlot
        label={title}
        points={points.map((point) => describePoint(point, texts))}
        limits={limits.map(({ n, inner, outer }) => ({
          n,
          innerLow: inner.low,
          innerHigh: inner.high,
          outerLow: outer.low,
          outerHigh: outer.high,
        }))}
        target={{ value: plot.target.value ?? 0, label: t("plot.target", { value: target }) }}
        {...scaleAround(
          page.metric,
          [
            ...limits.flatMap(({ inner }) => [inner.low, inner.high]),
            ...points.map(({ figure }) => figure.value ?? 0),
          ],
          ticksOf(page.metric, texts.locale),
        )}
        unitLabel={t(`metric.${page.metric}.axis`)}
        axisLabel={t("plot.axis")}
        pointLabel={t("plot.points")}
        innerLabel={t("plot.inner")}
        outerLabel={t("plot.outer")}
        outsideLabel={t("plot.outsideLabel")}
      />
    </ChartFrame>
  );
}

function describePoint(point: NamedPlotPoint, texts: Texts): PlotPoint {
  const { figure } = point;
  return {
    key: point.id,
    name: point.name,
    n: figure.n,
    value: figure.value ?? 0,
    zone: point.zone,
    lines: [
      `${texts.figure(figure, { digits: "exact" })} (${texts.interval(figure, { digits: "exact" })})`,
      texts.answers(figure.n),
      ...(point.zone === "inside" ? [] : [describeZone(point, texts)]),
    ],
  };
}

/** What has to be known to read the plot rightly. */
function listNotes({ dashboard, points, overdispersion, tooFew }: EmployeePlot, { t }: Texts): string[] {
  return [
    t("plot.note"),
    ...(overdispersion > 1 ? [t("plot.overdispersed")] : []),
    ...(tooFew > 0 ? [t("plot.tooFew", { count: tooFew, minimum: dashboard.minimumN })] : []),
    ...(points.length > MOST_ROWS ? [t("plot.tableCut", { shown: MOST_ROWS })] : []),
  ];
}
