import { calculateGap, itemFigure, judgeGap } from "@/metrics/evaluation-figure";
import { chooseText } from "@/server/input";
import type { ReleasedReport } from "../schema";
import type { EvaluationTexts } from "./evaluation-texts";
import { describeFigure, type FigureTable } from "./read-figures";
import type { CompetencyView, DistributionView, GapView, ItemView, Side } from "./report-view";

/** The competencies with their items, in the framework's order; one without a shown item is left out. */
export function describeCompetencies(
  report: ReleasedReport,
  table: FigureTable,
  sides: readonly Side[],
  texts: EvaluationTexts,
): CompetencyView[] {
  const { language } = report.organization;
  const choose = (text: Parameters<typeof chooseText>[0]) => chooseText(text, texts.locale, language);
  return report.framework.definition.competencies.flatMap((competency, index): CompetencyView[] => {
    const keys = competency.items.map(({ key }) => key);
    if (!sides.some(({ side }) => keys.some((key) => table.find(key, side)))) return [];
    return [
      {
        key: competency.key,
        number: String(index + 1),
        name: choose(competency.name),
        description: choose(competency.description),
        figures: sides.map((side) => describeFigure(side, table.competency(keys, side.side), texts)),
        gap: describeGap(table, keys, report.gapThreshold, texts),
        items: competency.items.map(
          (item, position): ItemView => ({
            key: item.key,
            number: `${index + 1}.${position + 1}`,
            text: choose(item.text),
            figures: sides.map((side) => {
              const figure = table.find(item.key, side.side);
              return describeFigure(side, figure ? itemFigure(figure) : NOTHING, texts);
            }),
            gap: describeGap(table, [item.key], report.gapThreshold, texts),
            distributions: describeDistributions(report, table, item.key, sides, texts),
          }),
        ),
      },
    ];
  });
}

const NOTHING = { value: null, n: 0, interval: null };

function describeGap(
  table: FigureTable,
  itemKeys: readonly string[],
  threshold: number,
  texts: EvaluationTexts,
): GapView | null {
  const value = calculateGap(table.pairs(itemKeys, "self", "total"));
  const judgement = judgeGap(value, threshold);
  if (value === null || judgement === null) return null;
  return {
    value,
    valueText: texts.difference(value),
    judgement,
    judgementText: texts.t(`judgement.${judgement}`),
  };
}

/** A single person's answer is no distribution; self is never among the others'. */
function describeDistributions(
  report: ReleasedReport,
  table: FigureTable,
  itemKey: string,
  sides: readonly Side[],
  texts: EvaluationTexts,
): DistributionView[] {
  const totalFirst = [...sides].sort((a, b) => Number(b.side === "total") - Number(a.side === "total"));
  return totalFirst.flatMap((side): DistributionView[] => {
    const figure = table.find(itemKey, side.side);
    if (!figure?.counts || figure.n < 2) return [];
    return [
      {
        ...side,
        n: figure.n,
        nText: texts.t("n", { n: figure.n }),
        points: figure.counts.map((count, index) => ({
          point: index + 1,
          label: labelOfPoint(report, index + 1, texts),
          count,
          share: count / figure.n,
          text: String(count),
        })),
      },
    ];
  });
}

/** "4 Often": the number is what means are read by. */
export function labelOfPoint(report: ReleasedReport, point: number, texts: EvaluationTexts): string {
  const label = report.framework.definition.scale[point - 1]?.label ?? {};
  return `${point} ${chooseText(label, texts.locale, report.organization.language)}`.trim();
}
