import { count, difference, type Sheet, type SheetCell, text, value } from "@/server/sheet";
import type { EvaluationTexts } from "../report/evaluation-texts";
import type { CompetencyView, ReportView, SideFigure } from "../report/report-view";

type Line = Pick<CompetencyView, "gap" | "figures"> & {
  level: string;
  competency: string;
  item: string | null;
  distributions: CompetencyView["items"][number]["distributions"];
};

/**
 * The figures of a report as one table: a line for each side of each competency and item, exactly what the page shows. What
 * the page does not show is no line or an empty field.
 */
export function makeReportSheet(report: ReportView, { t }: EvaluationTexts): Sheet {
  const lines = report.competencies.flatMap((competency): Line[] => [
    {
      ...competency,
      level: t("csv.levelCompetency"),
      competency: competency.name,
      item: null,
      distributions: [],
    },
    ...competency.items.map((item) => ({
      ...item,
      level: t("csv.levelItem"),
      competency: competency.name,
      item: `${item.number} ${item.text}`,
    })),
  ]);
  return {
    columns: [
      ...(["level", "competency", "item", "side"] as const).map((name) => ({ label: t(`csv.${name}`) })),
      ...(["mean", "n", "low", "high", "gap"] as const).map((name) => ({ label: t(`csv.${name}`) })),
      ...report.scale.map(({ label }) => ({ label: t("csv.points", { point: label }) })),
    ],
    rows: lines.flatMap((line) =>
      line.figures.filter((figure) => figure.value !== null).map((figure) => writeRow(report, line, figure)),
    ),
  };
}

function writeRow(report: ReportView, line: Line, figure: SideFigure): SheetCell[] {
  const { level, competency, item, gap } = line;
  const spread = line.distributions.find(({ side }) => side === figure.side);
  return [
    text(level),
    text(competency),
    text(item),
    text(figure.label),
    value(figure.value, "mean"),
    count(figure.n),
    value(figure.interval?.low ?? null, "mean"),
    value(figure.interval?.high ?? null, "mean"),
    // Of the two sides it is between; once, so that sums over lines count it once.
    difference(figure.side === "self" ? (gap?.value ?? null) : null, "mean"),
    ...report.scale.map(({ point }) =>
      count(spread?.points.find((given) => given.point === point)?.count ?? null),
    ),
  ];
}
