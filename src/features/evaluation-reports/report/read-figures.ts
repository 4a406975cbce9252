import type { PublishedFigure } from "@/metrics/disclosure";
import { competencyFigure, type EvaluationFigure, type ItemPair } from "@/metrics/evaluation-figure";
import type { ReleasedReport, ReportCellKey, ReportFigure } from "../schema";
import type { EvaluationTexts } from "./evaluation-texts";
import type { Side, SideFigure, SideKey } from "./report-view";

/** A report's published figures by item and side. */
export type FigureTable = {
  find(itemKey: string, side: SideKey): PublishedFigure | null;
  /** A competency as one side gave it: over the items that side has a figure of. */
  competency(itemKeys: readonly string[], side: SideKey): EvaluationFigure;
  /** Two sides of the same items, where both have a figure. */
  pairs(itemKeys: readonly string[], first: SideKey, second: SideKey): ItemPair<PublishedFigure>[];
};

export function tableFigures(figures: readonly ReportFigure[]): FigureTable {
  const byPlace = new Map(figures.map((figure) => [`${figure.itemKey} ${figure.cell}`, figure]));
  const find = (itemKey: string, side: SideKey) => byPlace.get(`${itemKey} ${side}`) ?? null;
  return {
    find,
    competency: (itemKeys, side) => competencyFigure(itemKeys.flatMap((key) => find(key, side) ?? [])),
    pairs: (itemKeys, first, second) => {
      return itemKeys.flatMap((key) => {
        const [one, other] = [find(key, first), find(key, second)];
        return one && other ? [{ first: one, second: other }] : [];
      });
    },
  };
}

/** The sides that have a figure of any item, in the order of the cells; "total" last. */
export function listSides(report: ReleasedReport, texts: EvaluationTexts): Side[] {
  const given = new Set(report.figures.map(({ cell }) => cell));
  const cells: SideKey[] = report.cells.map(({ cell }): ReportCellKey => cell);
  return [...cells, "total" as const]
    .filter((side) => given.has(side))
    .map((side) => ({ side, label: nameSide(report, side, texts) }));
}

/** "Others on average", and of a team or location, where nobody is "self", "all on average". */
function nameSide(report: ReleasedReport, side: SideKey, texts: EvaluationTexts): string {
  if (side === "total" && report.subject.kind !== "employee") return texts.t("side.totalOfAll");
  return texts.side(side);
}

/** A figure with its texts. */
export function describeFigure(side: Side, figure: EvaluationFigure, texts: EvaluationTexts): SideFigure {
  return {
    ...side,
    value: figure.value,
    valueText: texts.mean(figure.value),
    n: figure.n,
    nText: figure.value === null ? "" : texts.t("n", { n: figure.n }),
    interval: figure.interval,
    intervalText: texts.interval(figure.interval),
  };
}
