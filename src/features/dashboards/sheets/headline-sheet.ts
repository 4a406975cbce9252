import type { Change } from "@/metrics/change";
import type { Figure } from "@/metrics/figure";
import type { Headline } from "../figures/headlines";
import type { ResponseFunnel } from "../figures/response";
import type { Texts } from "../make-texts";
import { count, difference, type Sheet, type SheetCell, text, value } from "./sheet";

/** A change as a word: "yes", "no", or empty when it cannot be told. */
export function changeWord(change: Change | null, { t }: Texts): SheetCell {
  if (!change) return text("");
  return text(change.isChange ? t("export.yes") : t("export.no"));
}

/** Low and high end of an interval. */
export function intervalCells({ interval, unit }: Pick<Figure, "interval" | "unit">): SheetCell[] {
  return [value(interval?.low ?? null, unit), value(interval?.high ?? null, unit)];
}

/** The figures at the top of a page, one row each; units differ by row, so the unit has a column. */
export function makeHeadlineSheet(
  headlines: readonly Headline[],
  funnel: ResponseFunnel | null,
  texts: Texts,
): Sheet {
  const { t } = texts;
  const row = (name: string, figure: Figure, previous: Figure | null, change: Change | null): SheetCell[] => [
    text(name),
    text(t(`export.unit.${figure.unit}`)),
    value(figure.value, figure.unit),
    ...intervalCells(figure),
    count(figure.n),
    value(previous?.value ?? null, figure.unit),
    difference(change?.difference ?? null, figure.unit),
    changeWord(change, texts),
  ];
  return {
    columns: [
      { label: t("column.figure") },
      { label: t("column.unit") },
      { label: t("column.value") },
      { label: t("column.low") },
      { label: t("column.high") },
      { label: t("column.answers") },
      { label: t("column.previous") },
      { label: t("column.difference") },
      { label: t("column.isChange") },
    ],
    rows: [
      ...headlines.flatMap(({ metric, figure, second, previous, change }) => [
        row(texts.metric(metric), figure, previous, change),
        ...(second ? [row(t(`second.${second.key as "csatMean"}`), second, null, null)] : []),
      ]),
      ...(funnel ? [row(t("responseRate"), funnel.rate, null, funnel.change)] : []),
    ],
  };
}
