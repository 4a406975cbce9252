"use client";

import { useTranslations } from "next-intl";
import type { ColumnUse } from "../mapping";
import { type MappingChoices, nameThing } from "./mapping-choices";

/** What has been said of a column's use beyond its name, on one line: "CSAT · Restaurants · 2 values explained". */
export function useUseSummary(use: ColumnUse | null, choices: MappingChoices): string {
  const t = useTranslations("answerImports");
  if (use === null) return "";
  const parts: (string | null)[] = [];
  if (use.use === "score") {
    parts.push(t(use.metric ? `metrics.${use.metric}` : "columns.metricByRow"));
    if (use.touchpoint) {
      parts.push(nameThing(choices.touchpoints, use.touchpoint) ?? t("columns.goneThing"));
    }
  }
  if (use.use === "date") parts.push(t(use.form ? `dateForms.${use.form}` : "columns.dateFormOpen"));
  if ("unknown" in use && use.unknown !== "reject") parts.push(t(`columns.unknownShort.${use.unknown}`));
  if ("values" in use && use.values.length > 0) {
    parts.push(t("columns.valuesMapped", { count: use.values.length }));
  }
  return parts.filter(Boolean).join(" · ");
}
