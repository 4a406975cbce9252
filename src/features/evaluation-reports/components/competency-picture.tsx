import { useTranslations } from "next-intl";
import { ChartFrame } from "@/ui/charts/chart-frame";
import { DotPlot } from "@/ui/charts/dot-plot";
import { RadarChart } from "@/ui/charts/radar-chart";
import type { ReportView } from "../report/report-view";
import { GapDetail } from "./gap-detail";
import { cellText, marksOf, SIDE_MARKS, spanOf, textOf } from "./side-marks";

/** Fewer axes make no shape. */
const FEWEST_AXES = 3;

/** All competencies from all sides: as dots on one scale, as a radar of oneself and the others, and as a table. */
export function CompetencyPicture({ report }: { report: ReportView }) {
  const t = useTranslations("evaluationReports.page");
  const { competencies, sides, scale } = report;
  const domain: [number, number] = [1, scale.length];
  const summary = t("competenciesSummary", { low: 1, high: scale.length });
  const hasGaps = report.self !== null;
  return (
    <ChartFrame
      title={t("competencies")}
      description={summary}
      summary={summary}
      table={{
        columns: [
          { label: t("competency") },
          ...sides.map(({ label }) => ({ label })),
          ...(hasGaps ? [{ label: t("gapFull") }] : []),
        ],
        rows: competencies.map(({ name, figures, gap }) => [
          name,
          ...figures.map(cellText),
          ...(hasGaps ? [gap ? `${gap.valueText} · ${gap.judgementText}` : "–"] : []),
        ]),
      }}
      footer={scale.map(({ label }) => label).join(" · ")}
    >
      <div className="flex flex-col gap-8">
        <DotPlot
          label={summary}
          domain={domain}
          ticks={scale.map(({ point }) => ({ value: point, label: String(point) }))}
          legend={sides.map(({ side, label }) => ({ key: side, shape: SIDE_MARKS[side], label }))}
          detailLabel={t("gapFull")}
          rows={competencies.map(({ key, name, figures, gap }) => ({
            key,
            label: (
              <a href={`#competency-${key}`} className="font-medium hover:underline">
                {name}
              </a>
            ),
            detail: gap && <GapDetail gap={gap} />,
            text: textOf(figures),
            marks: marksOf(figures),
            span: spanOf(figures),
          }))}
        />
        {competencies.length >= FEWEST_AXES && (
          <RadarChart
            label={`${t("radar")}: ${summary}`}
            domain={domain}
            ticks={scale.map(({ point }) => point)}
            axes={competencies.map(({ key, name }) => ({ key, label: name }))}
            series={(["total", "self"] as const)
              .filter((side) => sides.some((given) => given.side === side))
              .map((side) => ({
                key: side,
                shape: SIDE_MARKS[side],
                isMain: side === "total",
                values: competencies.map(
                  ({ figures }) => figures.find((figure) => figure.side === side)?.value ?? null,
                ),
              }))}
          />
        )}
      </div>
    </ChartFrame>
  );
}
