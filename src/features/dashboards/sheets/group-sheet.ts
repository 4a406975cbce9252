import { HEADLINES } from "@/metrics/headline";
import type { Dashboard } from "../dashboard";
import type { GroupTable } from "../figures/groups";
import type { Texts } from "../make-texts";
import { changeWord, intervalCells } from "./headline-sheet";
import { count, difference, type Sheet, text, value } from "./sheet";

/** A row per touchpoint, employee …, in the order given. */
export function makeGroupSheet(table: GroupTable, dashboard: Dashboard, texts: Texts): Sheet {
  const { t, common } = texts;
  const { unit } = HEADLINES[dashboard.metric];
  const isJourney = table.dimension === "touchpoint";
  const touchpoints = new Map(dashboard.choices.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  return {
    columns: [
      { label: t(`dimension.${table.dimension}`) },
      ...(isJourney ? [{ label: t("column.stage") }] : []),
      { label: texts.metric(dashboard.metric), unit },
      { label: t("column.low"), unit },
      { label: t("column.high"), unit },
      { label: t("column.answers") },
      { label: t("column.note") },
      { label: t("column.rank") },
      { label: t("column.tie") },
      { label: t("column.shrunken"), unit },
      { label: t("column.difference"), unit },
      { label: t("column.isChange") },
      ...(table.hasMix ? [{ label: t("column.mix"), unit }, { label: t("column.mixDifferent") }] : []),
      { label: t("responseRate"), unit: "share" as const },
    ],
    rows: table.rows.map((row) => {
      const touchpoint = touchpoints.get(row.id);
      return [
        text(row.name),
        ...(isJourney ? [text(touchpoint ? common(`stage.${touchpoint.stage}`) : "")] : []),
        value(row.figure.value, unit),
        ...intervalCells(row.figure),
        count(row.figure.n),
        text(describeNote(row, texts)),
        count(row.rank),
        text(row.tie),
        value(row.shrunken, unit),
        difference(row.change?.difference ?? null, unit),
        changeWord(row.change, texts),
        ...(table.hasMix
          ? [
              difference(row.mix?.difference ?? null, unit),
              text(row.mix && (row.mix.isDifferent ? t("export.yes") : t("export.no"))),
            ]
          : []),
        value(row.responseRate.value, "share"),
      ];
    }),
  };
}

/** Why a row has no figure, or one not to lean on. */
function describeNote(row: GroupTable["rows"][number], texts: Texts): string {
  if (row.otherMetrics.length > 0) return texts.otherMetrics(row.otherMetrics);
  return row.isTooFew ? texts.t("tooFew") : "";
}
