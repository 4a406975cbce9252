import type { Change } from "@/metrics/change";
import type { Figure, FigureUnit } from "@/metrics/figure";
import { count, difference, type Sheet, type SheetCell, type SheetColumn, text, value } from "@/server/sheet";
import type { Headline } from "../figures/headlines";
import type { ResponseFunnel } from "../figures/response";
import type { Texts } from "../make-texts";

/** Columns of a change: the difference, its interval, and whether it is one. */
export function changeColumns({ t }: Texts): SheetColumn[] {
  const difference = t("column.difference");
  return [
    { label: difference },
    { label: t("column.lowOf", { name: difference }) },
    { label: t("column.highOf", { name: difference }) },
    { label: t("column.isChange") },
  ];
}

/** A change as changeColumns has it; "yes", "no", or empty when it cannot be told. */
export function changeCells(change: Change | null, unit: FigureUnit, { t }: Texts): SheetCell[] {
  return [
    difference(change?.difference ?? null, unit),
    difference(change?.interval.low ?? null, unit),
    difference(change?.interval.high ?? null, unit),
    text(change && (change.isChange ? t("export.yes") : t("export.no"))),
  ];
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
    ...intervalCells({ interval: previous?.interval ?? null, unit: figure.unit }),
    count(previous?.n ?? null),
    ...changeCells(change, figure.unit, texts),
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
      { label: t("column.lowOf", { name: t("column.previous") }) },
      { label: t("column.highOf", { name: t("column.previous") }) },
      { label: t("column.answersOf", { name: t("column.previous") }) },
      ...changeColumns(texts),
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
