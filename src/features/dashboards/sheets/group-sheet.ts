import { count, difference, type Sheet, type SheetColumn, text, value } from "@/server/sheet";
import type { GroupTable } from "../figures/sorted-groups";
import type { Texts } from "../make-texts";
import { changeCells, changeColumns, intervalCells } from "./headline-sheet";

/**
 * A row per touchpoint, employee …, in the order given. A row can be about another metric than the selected one (where
 * only that was asked), so metric and unit have columns of their own.
 */
export function makeGroupSheet(table: GroupTable, texts: Texts): Sheet {
  const { t, common } = texts;
  const { dashboard } = table;
  const isJourney = table.dimension === "touchpoint";
  const touchpoints = new Map(dashboard.choices.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  return {
    columns: [
      { label: t(`dimension.${table.dimension}`) },
      ...(isJourney ? [{ label: t("column.stage") }] : []),
      { label: t("column.metric") },
      { label: t("column.unit") },
      { label: t("column.value") },
      { label: t("column.low") },
      { label: t("column.high") },
      { label: t("column.answers") },
      { label: t("column.note") },
      { label: t("column.rank") },
      { label: t("column.tie") },
      { label: t("column.shrunken") },
      ...changeColumns(texts),
      ...(table.hasMix ? mixColumns(texts) : []),
      { label: t("funnel.step.encounters") },
      { label: t("funnel.step.eligible") },
      { label: t("funnel.step.invited") },
      { label: t("funnel.step.answered") },
      { label: t("responseRate"), unit: "share" as const },
      { label: t("column.rateLow"), unit: "share" as const },
      { label: t("column.rateHigh"), unit: "share" as const },
      { label: t("column.delivered") },
    ],
    rows: table.rows.map((row) => {
      const touchpoint = touchpoints.get(row.id);
      const { metric, figure, change } = row.instead ?? { ...row, metric: dashboard.metric };
      const isTooFew = figure.n < dashboard.minimumN;
      const { funnel, responseRate, mix } = row;
      return [
        text(row.name),
        ...(isJourney ? [text(touchpoint ? common(`stage.${touchpoint.stage}`) : "")] : []),
        text(texts.metric(metric)),
        text(t(`export.unit.${figure.unit}`)),
        value(figure.value, figure.unit),
        ...intervalCells(figure),
        count(figure.n),
        text(isTooFew ? t("tooFew") : ""),
        count(row.rank),
        text(row.tie),
        value(row.shrunken, row.figure.unit),
        ...changeCells(change, figure.unit, texts),
        ...(table.hasMix
          ? [
              difference(mix?.difference ?? null, row.figure.unit),
              difference(mix?.interval.low ?? null, row.figure.unit),
              difference(mix?.interval.high ?? null, row.figure.unit),
              text(mix && (mix.isDifferent ? t("export.yes") : t("export.no"))),
            ]
          : []),
        count(funnel.encounters),
        count(funnel.eligible),
        count(funnel.invited),
        count(funnel.answered),
        value(responseRate.value, "share"),
        ...intervalCells(responseRate),
        count(responseRate.n),
      ];
    }),
  };
}

function mixColumns({ t }: Texts): SheetColumn[] {
  const mix = t("column.mix");
  return [
    { label: mix },
    { label: t("column.lowOf", { name: mix }) },
    { label: t("column.highOf", { name: mix }) },
    { label: t("column.mixDifferent") },
  ];
}
