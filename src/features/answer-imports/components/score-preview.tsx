import { ChevronDown } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/ui/badge";
import { chartTones } from "@/ui/charts/chart-tone";
import { StackedShareBar } from "@/ui/charts/stacked-share-bar";
import type { ScorePreview, ValueReading } from "../schema";

const TONES: Record<ValueReading["reading"], BadgeTone> = {
  answer: "accent",
  none: "neutral",
  outOfScale: "warning",
  notANumber: "warning",
};
const FILLS: Record<ValueReading["reading"], string> = {
  answer: chartTones.accent.fill,
  none: chartTones.neutral.fill,
  outOfScale: chartTones.detractor.fill,
  notANumber: chartTones.detractor.fill,
};

/** What the values of one score column come to: which count, which are no answer, which are refused. */
export function ScorePreviewItem({
  preview,
  touchpoint,
  isOpen,
}: {
  preview: ScorePreview;
  touchpoint: string | null;
  isOpen: boolean;
}) {
  const t = useTranslations("answerImports");
  const format = useFormatter();
  const total = preview.answers + preview.none + preview.outOfScale;
  const share = (count: number) => (total === 0 ? 0 : count / total);
  const most = Math.max(1, ...preview.values.map(({ count }) => count));

  return (
    <details open={isOpen} className="group px-4 py-3 sm:px-5">
      <summary className="grid cursor-pointer list-none items-center gap-x-5 gap-y-1.5 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)] [&::-webkit-details-marker]:hidden">
        <span className="flex min-w-0 items-center gap-2">
          <ChevronDown
            aria-hidden
            className="size-4 shrink-0 -rotate-90 text-muted transition-transform group-open:rotate-0"
          />
          <span className="min-w-0">
            <span className="block font-medium break-words text-ink">{preview.column}</span>
            <span className="block text-sm text-muted">
              {[t(preview.metric ? `metrics.${preview.metric}` : "columns.metricByRow"), touchpoint]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>
        </span>
        <span className="min-w-0">
          <span className="mb-1 block text-sm text-muted">
            {[
              t("check.answersOf", { count: preview.answers }),
              preview.none > 0 && t("check.noneOf", { count: preview.none }),
              preview.outOfScale > 0 && t("check.outOfScaleOf", { count: preview.outOfScale }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          <StackedShareBar
            compact
            label={preview.column}
            parts={[
              { key: "answer" as const, tone: "accent" as const, count: preview.answers },
              { key: "none" as const, tone: "neutral" as const, count: preview.none },
              { key: "outOfScale" as const, tone: "detractor" as const, count: preview.outOfScale },
            ].map(({ key, tone, count }) => ({
              label: t(`check.readings.${key}`),
              share: share(count),
              text: format.number(count),
              tone,
            }))}
          />
        </span>
      </summary>
      <div className="mt-3 overflow-x-auto sm:pl-6">
        <table className="w-full max-w-3xl border-collapse">
          <caption className="sr-only">{t("check.valuesOf", { column: preview.column })}</caption>
          <thead>
            <tr className="text-left text-sm text-muted">
              <th scope="col" className="py-1 pr-4 font-medium">
                {t("columns.value")}
              </th>
              <th scope="col" className="py-1 pr-4 font-medium">
                {t("columns.rows")}
              </th>
              <th scope="col" className="py-1 font-medium">
                {t("columns.meaning")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {preview.values.map((value) => (
              <tr key={`${value.reading} ${value.value}`}>
                <th scope="row" className="max-w-48 py-1.5 pr-4 text-left font-normal break-words text-ink">
                  {value.value === "" ? (
                    <span className="text-muted">{t("check.emptyCell")}</span>
                  ) : (
                    value.value
                  )}
                </th>
                <td className="w-1/2 py-1.5 pr-4">
                  <span className="flex items-center gap-2">
                    <span className="w-14 shrink-0 text-right tabular-nums">
                      {format.number(value.count)}
                    </span>
                    <span aria-hidden className="h-2.5 flex-1">
                      <span
                        className="block h-full min-w-0.5 rounded-xs"
                        style={{ width: `${(value.count / most) * 100}%`, background: FILLS[value.reading] }}
                      />
                    </span>
                  </span>
                </td>
                <td className="py-1.5">
                  <Badge tone={TONES[value.reading]}>
                    {value.score === null
                      ? t(`check.readings.${value.reading}`)
                      : t("check.countsAs", { score: value.score })}
                  </Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {preview.hasMore && <p className="mt-2 text-sm text-muted">{t("columns.moreValues")}</p>}
      </div>
    </details>
  );
}
