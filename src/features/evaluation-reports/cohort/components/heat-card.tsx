import { chooseText } from "@/server/input";
import { Card } from "@/ui/card";
import { CsvLink } from "@/ui/csv-link";
import type { CohortTexts } from "../cohort-texts";
import type { Cohort } from "../schema";
import { ShadedTable, shadeOf } from "./shaded-table";

/** Competencies of each unit: the lower the mean, the deeper the shade. */
export function HeatCard({
  cohort,
  texts,
  csvHref,
}: {
  cohort: Cohort;
  texts: CohortTexts;
  csvHref: string;
}) {
  const { t, locale } = texts;
  const { competencies, scale } = cohort.framework.definition;
  const title = t("heat.title");
  const lost = (mean: number) => (scale.length - mean) / (scale.length - 1);
  return (
    <Card
      flush
      title={title}
      description={t("heat.description")}
      actions={<CsvLink href={csvHref} label={title} />}
      footer={
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
          <span>{t("heat.legend")}</span>
          {scale
            .map((_, at) => at + 1)
            .map((point) => (
              <span key={point} className="inline-flex items-center gap-1.5">
                <span
                  aria-hidden
                  className="size-4 rounded-sm border border-line"
                  style={{ backgroundColor: shadeOf(lost(point), "detractor") }}
                />
                {texts.count(point)}
              </span>
            ))}
        </div>
      }
    >
      <ShadedTable
        caption={title}
        corner={t("heat.unit")}
        tone="detractor"
        columns={[
          { key: "subjects", header: t("heat.subjects") },
          ...competencies.map(({ key, name }) => ({ key, header: chooseText(name, locale) })),
        ]}
        rows={cohort.rows.map(({ key, place, depth, subjects, hidden, figures }) => ({
          key,
          depth,
          header: texts.place(place, cohort.names),
          ...(hidden ? { note: t(`heat.${hidden}`) } : {}),
          cells: [
            { key: "subjects", text: texts.count(subjects), shade: null },
            ...competencies.map((competency) => {
              const figure = figures[competency.key];
              return figure
                ? {
                    key: competency.key,
                    text: texts.mean(figure.mean),
                    // Said where not all of the unit are behind the figure.
                    ...(figure.n === subjects ? {} : { detail: t("heat.n", { n: figure.n }) }),
                    shade: lost(figure.mean),
                  }
                : { key: competency.key, text: t("heat.none"), shade: null };
            }),
          ],
        }))}
      />
    </Card>
  );
}
