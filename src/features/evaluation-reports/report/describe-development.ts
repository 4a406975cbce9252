import type { PublishedFigure } from "@/metrics/disclosure";
import { calculateEvaluationChange, competencyFigure, type ItemPair } from "@/metrics/evaluation-figure";
import { chooseText, type LocalizedText } from "@/server/input";
import type { ReleasedReport } from "../schema";
import type { EvaluationTexts, Whose } from "./evaluation-texts";
import { type FigureTable, tableFigures } from "./read-figures";
import type { ChangeView, ReportView } from "./report-view";

/**
 * What became of the others' view since the last round, over the items that were in both. Null without an earlier round, or
 * where the two have no shown item in common.
 */
export function describeDevelopment(
  report: ReleasedReport,
  now: FigureTable,
  whose: Whose,
  texts: EvaluationTexts,
): ReportView["development"] {
  const { earlier } = report;
  if (!earlier) return null;
  const then = tableFigures(earlier.figures);
  const choose = (text: LocalizedText) => chooseText(text, texts.locale, report.organization.language);
  const pairsOf = (keys: readonly string[]) =>
    keys.flatMap((key): ItemPair<PublishedFigure>[] => {
      const [first, second] = [then.find(key, "total"), now.find(key, "total")];
      return first && second ? [{ first, second }] : [];
    });
  const { competencies } = report.framework.definition;
  const allItems = countItems(report);
  const changes = competencies.flatMap(
    ({ key, name, items }) =>
      describeChange(key, choose(name), pairsOf(items.map((item) => item.key)), competencies.length, texts) ??
      [],
  );
  if (changes.length === 0) return null;
  const items = competencies.flatMap((competency) =>
    competency.items.flatMap(
      (item) => describeChange(item.key, choose(item.text), pairsOf([item.key]), allItems, texts) ?? [],
    ),
  );
  return {
    text: texts.t("development.text", {
      whose,
      cycle: earlier.cycleName,
      day: texts.day(earlier.releasedAt),
    }),
    remarks: listRemarks(
      report,
      items.length,
      items.some(({ intervalText }) => intervalText !== null),
      texts,
    ),
    competencies: changes,
    items: items.filter(({ direction }) => direction !== "none"),
  };
}

function describeChange(
  key: string,
  name: string,
  pairs: readonly ItemPair<PublishedFigure>[],
  comparisons: number,
  texts: EvaluationTexts,
): ChangeView | null {
  const change = calculateEvaluationChange(pairs, comparisons);
  const before = competencyFigure(pairs.map(({ first }) => first));
  const now = competencyFigure(pairs.map(({ second }) => second));
  if (!change || before.value === null || now.value === null) return null;
  const verdict = change.interval === null ? "tooFew" : change.direction;
  return {
    key,
    name,
    before: before.value,
    beforeText: texts.mean(before.value),
    now: now.value,
    nowText: texts.mean(now.value),
    nText: texts.t("development.n", { before: before.n, now: now.n }),
    differenceText: texts.difference(change.difference),
    intervalText: texts.differenceInterval(change.interval),
    direction: change.direction,
    verdictText: texts.t(`development.verdict.${verdict}`),
  };
}

/** Other raters, other groups, other items: what makes two rounds less alike than their numbers look. */
function listRemarks(
  report: ReleasedReport,
  itemsOfBoth: number,
  isTested: boolean,
  texts: EvaluationTexts,
): string[] {
  const { earlier } = report;
  const sidesOf = (cells: ReleasedReport["cells"]) =>
    cells
      .filter(({ cell, raters }) => cell !== "self" && raters !== null && raters > 0)
      .flatMap(({ groups }) => groups);
  const [then, now] = [sidesOf(earlier?.cells ?? []), sidesOf(report.cells)];
  const items = countItems(report);
  const isOfOthers = then.length !== now.length || then.some((group) => !now.includes(group));
  return [
    isOfOthers
      ? texts.t("development.otherGroups", { before: texts.sides(then), now: texts.sides(now) })
      : null,
    itemsOfBoth < items ? texts.t("development.someItems", { n: itemsOfBoth, all: items }) : null,
    isTested ? texts.t("development.together") : null,
  ].filter((remark) => remark !== null);
}

function countItems({ framework }: ReleasedReport): number {
  return framework.definition.competencies.reduce((sum, { items }) => sum + items.length, 0);
}
