import { DISTRIBUTION_MARGIN } from "@/metrics/disclosure";
import { chooseText } from "@/server/input";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { FilterBar } from "@/ui/filter-bar";
import { Select } from "@/ui/select";
import type { CohortTexts } from "../cohort-texts";
import type { Cohort, CohortRow } from "../schema";
import { ShadedTable } from "./shaded-table";

const hasBands = ({ figures }: CohortRow) => Object.values(figures).some(({ bands }) => bands !== null);

/** How the employees of a unit are distributed in each competency. `unit` is a row's key; nonsense means the first. */
export function BandsCard({
  cohort,
  unit,
  texts,
}: {
  cohort: Cohort;
  unit: string | undefined;
  texts: CohortTexts;
}) {
  const { t, locale } = texts;
  const { competencies, scale } = cohort.framework.definition;
  const units = cohort.rows.filter(hasBands);
  const chosen = units.find(({ key }) => key === unit) ?? units[0];
  return (
    <Card
      flush={chosen !== undefined}
      title={t("bands.title")}
      description={t("bands.description", { minimum: (cohort.k ?? 0) + DISTRIBUTION_MARGIN })}
    >
      {units.length > 1 && (
        <div className="border-b border-line px-4 py-3 sm:px-5">
          <FilterBar label={t("bands.filter")}>
            <Field name="unit" label={t("bands.unit")}>
              <Select
                defaultValue={chosen?.key ?? ""}
                options={units.map(({ key, place }) => ({
                  value: key,
                  label: texts.place(place, cohort.names),
                }))}
              />
            </Field>
          </FilterBar>
        </div>
      )}
      {chosen ? (
        <ShadedTable
          caption={`${t("bands.title")}: ${texts.place(chosen.place, cohort.names)}`}
          corner={t("bands.competency")}
          tone="accent"
          columns={[
            { key: "n", header: t("bands.n") },
            ...scale.map(({ label }, at) => ({
              key: `${at}`,
              header: `${texts.count(at + 1)} ${chooseText(label, locale)}`,
            })),
          ]}
          rows={competencies.flatMap(({ key, name }) => {
            const bands = chosen.figures[key]?.bands;
            if (!bands) return [];
            return [
              {
                key,
                header: chooseText(name, locale),
                cells: [
                  { key: "n", text: texts.count(bands.n), shade: null },
                  ...bands.counts.map((count, at) => ({
                    key: `${at}`,
                    text: texts.count(count),
                    shade: count === 0 ? null : count / bands.n,
                  })),
                ],
              },
            ];
          })}
        />
      ) : (
        <p className="text-muted">{t("bands.none")}</p>
      )}
    </Card>
  );
}
