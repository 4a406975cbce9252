import type { Dashboard } from "../dashboard";
import type { GroupTable } from "../figures/groups";
import type { Texts } from "../make-texts";
import { changeWord, intervalCells } from "./headline-sheet";
import { count, difference, type Sheet, text, value } from "./sheet";

/**
 * A row per touchpoint, employee …, in the order given. A row can be about another metric than the selected one (where
 * only that was asked), so metric and unit have columns of their own.
 */
export function makeGroupSheet(table: GroupTable, dashboard: Dashboard, texts: Texts): Sheet {
  const { t, common } = texts;
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
      { label: t("column.difference") },
      { label: t("column.isChange") },
      ...(table.hasMix ? [{ label: t("column.mix") }, { label: t("column.mixDifferent") }] : []),
      { label: t("responseRate"), unit: "share" as const },
    ],
    rows: table.rows.map((row) => {
      const touchpoint = touchpoints.get(row.id);
      const { metric, figure, change } = row.instead ?? { ...row, metric: dashboard.metric };
      const isTooFew = figure.n < dashboard.minimumN;
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
        difference(change?.difference ?? null, figure.unit),
        changeWord(change, texts),
        ...(table.hasMix
          ? [
              difference(row.mix?.difference ?? null, row.figure.unit),
              text(row.mix && (row.mix.isDifferent ? t("export.yes") : t("export.no"))),
            ]
          : []),
        value(row.responseRate.value, "share"),
      ];
    }),
  };
}
