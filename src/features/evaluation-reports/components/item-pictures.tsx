import { useTranslations } from "next-intl";
import { ChartFrame } from "@/ui/charts/chart-frame";
import { DotPlot } from "@/ui/charts/dot-plot";
import { PointColumns } from "@/ui/charts/point-columns";
import type { CompetencyView, ReportView } from "../report/report-view";
import { GapDetail } from "./gap-detail";
import { cellText, marksOf, SIDE_MARKS, spanOf, textOf } from "./side-marks";

/** Every item from all sides, competency by competency, with how the answers are spread where that may be shown. */
export function ItemPictures({ report }: { report: ReportView }) {
  const t = useTranslations("evaluationReports.page");
  return (
    <section aria-labelledby="all-items" className="flex flex-col gap-4">
      <h2 id="all-items" className="text-xl font-semibold text-ink">
        {t("items")}
      </h2>
      {report.competencies.map((competency) => (
        <div key={competency.key} id={`competency-${competency.key}`} className="scroll-mt-4">
          <CompetencyItems report={report} competency={competency} />
        </div>
      ))}
    </section>
  );
}

function CompetencyItems({ report, competency }: { report: ReportView; competency: CompetencyView }) {
  const t = useTranslations("evaluationReports.page");
  const { sides, scale } = report;
  const { items } = competency;
  const hasGaps = report.self !== null;
  return (
    <ChartFrame
      level={3}
      title={competency.name}
      description={competency.description || undefined}
      summary={t("itemsSummary", { competency: competency.name })}
      table={{
        columns: [
          { label: t("item") },
          ...sides.map(({ label }) => ({ label })),
          ...(hasGaps ? [{ label: t("gapFull") }] : []),
        ],
        rows: items.map(({ number, text, figures, gap }) => [
          `${number} ${text}`,
          ...figures.map(cellText),
          ...(hasGaps ? [gap ? `${gap.valueText} · ${gap.judgementText}` : "–"] : []),
        ]),
      }}
    >
      <DotPlot
        label={competency.name}
        domain={[1, scale.length]}
        ticks={scale.map(({ point }) => ({ value: point, label: String(point) }))}
        legend={sides.map(({ side, label }) => ({ key: side, shape: SIDE_MARKS[side], label }))}
        detailLabel={t("gapFull")}
        rows={items.map(({ key, text, figures, gap }) => ({
          key,
          label: (
            <span id={`item-${key}`} className="scroll-mt-4">
              {text}
            </span>
          ),
          detail: gap && <GapDetail gap={gap} />,
          text: textOf(figures),
          marks: marksOf(figures),
          span: spanOf(figures),
        }))}
      />
      <Distributions competency={competency} />
    </ChartFrame>
  );
}

function Distributions({ competency: { items } }: { competency: CompetencyView }) {
  const t = useTranslations("evaluationReports.page");
  const spread = items.filter(({ distributions }) => distributions.length > 0);
  if (spread.length === 0) return <p className="mt-3 text-sm text-muted">{t("noDistribution")}</p>;
  return (
    <details className="group mt-3 border-t border-line pt-3">
      <summary className="cursor-pointer text-sm font-medium text-accent-ink">{t("distributions")}</summary>
      <ul className="mt-3 flex flex-col gap-5">
        {spread.map(({ key, text, distributions }) => (
          <li key={key}>
            <p className="text-pretty text-ink">{text}</p>
            <div className="mt-2 flex flex-wrap gap-x-8 gap-y-4">
              {distributions.map(({ side, label, nText, points }) => (
                <div key={side}>
                  <p className="mb-1 text-xs text-muted">
                    {label} ({nText})
                  </p>
                  <PointColumns
                    label={`${label}: ${points.map((point) => `${point.label} ${point.text}`).join(", ")}`}
                    points={points}
                  />
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
