import { intervalsOverlap } from "@/metrics/interval";
import type { EvaluationTexts, Whose } from "./evaluation-texts";
import type { CompetencyView, FindingView, ItemView, ReportView, SideFigure } from "./report-view";

/** How many items a report names as strongest and as weakest. */
const MOST_NAMED = 3;

type Placed = { item: ItemView; competency: CompetencyView };

/** Items in which one sees oneself otherwise than the others do, the largest gap first; null where self has no answer. */
export function describeSelf(
  competencies: readonly CompetencyView[],
  threshold: number,
  texts: EvaluationTexts,
): ReportView["self"] {
  const withGap = place(competencies).filter(({ item }) => item.gap !== null);
  if (withGap.length === 0) return null;
  const judged = (judgement: "blindSpot" | "hiddenStrength") =>
    withGap
      .filter(({ item }) => item.gap?.judgement === judgement)
      .sort((a, b) => Math.abs(b.item.gap?.value ?? 0) - Math.abs(a.item.gap?.value ?? 0))
      .map((found) => describeFinding(found, "others", texts));
  return {
    thresholdText: texts.t("thresholdText", { threshold: texts.mean(threshold) }),
    blindSpots: judged("blindSpot"),
    hiddenStrengths: judged("hiddenStrength"),
  };
}

/**
 * The items with the highest and the lowest mean of the others: three each, fewer where there are fewer than six, none
 * twice, and none where all are alike. Of equal means the framework's order decides.
 */
export function describeRanking(
  competencies: readonly CompetencyView[],
  whose: Whose,
  texts: EvaluationTexts,
): Pick<ReportView, "strongest" | "weakest" | "rankingRemark"> {
  const ranked = place(competencies)
    .filter(({ item }) => findTotal(item.figures)?.value != null)
    .sort((a, b) => othersMean(b) - othersMean(a));
  const [first, last] = [ranked.at(0), ranked.at(-1)];
  const named = Math.min(MOST_NAMED, Math.floor(ranked.length / 2));
  if (!first || !last || named === 0 || othersMean(first) === othersMean(last)) {
    return { strongest: [], weakest: [], rankingRemark: null };
  }
  const [high, low] = [first, last].map(({ item }) => findTotal(item.figures)?.interval ?? null);
  const isCertain = high && low && !intervalsOverlap(high, low);
  return {
    strongest: ranked.slice(0, named).map((found) => describeFinding(found, whose, texts)),
    weakest: ranked
      .slice(-named)
      .reverse()
      .map((found) => describeFinding(found, whose, texts)),
    rankingRemark: texts.t(isCertain ? "ranking.certain" : "ranking.uncertain", { whose }),
  };
}

function place(competencies: readonly CompetencyView[]): Placed[] {
  return competencies.flatMap((competency) => competency.items.map((item) => ({ item, competency })));
}

/** The others' mean of an item or a competency, where it is shown. */
export function findTotal(figures: readonly SideFigure[]): SideFigure | undefined {
  return figures.find(({ side }) => side === "total");
}

function othersMean({ item }: Placed): number {
  return findTotal(item.figures)?.value ?? Number.NaN;
}

function describeFinding({ item, competency }: Placed, whose: Whose, texts: EvaluationTexts): FindingView {
  const total = findTotal(item.figures) as SideFigure;
  const self = item.figures.find(({ side }) => side === "self");
  const { n, valueText: others, intervalText } = total;
  return {
    key: item.key,
    number: item.number,
    text: item.text,
    competency: competency.name,
    figureText: [
      intervalText
        ? texts.t("finding.othersWithInterval", { whose, others, n, interval: intervalText })
        : texts.t("finding.others", { whose, others, n }),
      self?.value == null ? null : texts.t("finding.self", { self: self.valueText }),
    ]
      .filter(Boolean)
      .join(" · "),
    gap: item.gap,
    total,
  };
}
