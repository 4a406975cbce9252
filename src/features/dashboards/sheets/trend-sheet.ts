import type { FigureUnit } from "@/metrics/figure";
import { HEADLINES } from "@/metrics/headline";
import { count, day, type Sheet, type SheetColumn, text, value } from "@/server/sheet";
import type { Dashboard } from "../dashboard";
import type { Trend } from "../figures/trend";
import type { Texts } from "../make-texts";
import { lastDayOf } from "../periods";
import { intervalCells } from "./headline-sheet";

/** A row per week or month: figure, interval, n, limits of normal variation, signal. */
export function makeTrendSheet(trend: Trend, dashboard: Dashboard, texts: Texts): Sheet {
  const { t } = texts;
  const { unit } = HEADLINES[dashboard.metric];
  return {
    columns: [
      { label: t("column.from") },
      { label: t("column.to") },
      { label: texts.metric(dashboard.metric), unit },
      { label: t("column.low"), unit },
      { label: t("column.high"), unit },
      { label: t("column.answers") },
      ...(trend.hasContext ? contextColumns(t(contextKey(dashboard)), unit, texts) : []),
      ...(trend.hasLimits
        ? [
            { label: t("column.lowerLimit"), unit },
            { label: t("column.upperLimit"), unit },
            { label: t("column.signal") },
          ]
        : []),
    ],
    rows: trend.points.map(({ bucket, point, context }) => [
      day(bucket.firstDay),
      day(lastDayOf(bucket)),
      value(point.value, unit),
      ...intervalCells({ interval: point.interval, unit }),
      count(point.n),
      ...(trend.hasContext
        ? [
            value(context?.value ?? null, unit),
            ...intervalCells({ interval: context?.interval ?? null, unit }),
            count(context?.n ?? null),
          ]
        : []),
      ...(trend.hasLimits
        ? [
            value(point.lower, unit),
            value(point.upper, unit),
            text(point.signal && t(`signal.${point.signal.rule}.${point.signal.side}`)),
          ]
        : []),
    ]),
  };
}

function contextColumns(name: string, unit: FigureUnit, { t }: Texts): SheetColumn[] {
  return [
    { label: name, unit },
    { label: t("column.lowOf", { name }), unit },
    { label: t("column.highOf", { name }), unit },
    { label: t("column.answersOf", { name }) },
  ];
}

/** What a page's subject is compared with: the whole organization, or as much of it as the reader may see. */
export function contextKey({
  scope,
}: Pick<Dashboard, "scope">): "context.organization" | "context.ownLocations" {
  return scope.locationIds === null ? "context.organization" : "context.ownLocations";
}
