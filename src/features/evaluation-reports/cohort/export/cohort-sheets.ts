import { chooseText } from "@/server/input";
import { count, type Sheet, text, value } from "@/server/sheet";
import type { CohortTexts } from "../cohort-texts";
import { compareEyes } from "../rules/compare-eyes";
import { type BehaviourComparison, type Cohort, EYES } from "../schema";

export const COHORT_TABLES = ["units", "behaviours"] as const;

/** A row for each unit and competency, with how its subjects are distributed where that is shown; as the page has it. */
export function makeUnitSheet({ rows, names, framework: { definition } }: Cohort, texts: CohortTexts): Sheet {
  const { t, locale } = texts;
  return {
    columns: [
      { label: t("export.level") },
      { label: t("export.unit") },
      { label: t("heat.subjects") },
      { label: t("export.competency") },
      { label: t("export.mean") },
      { label: t("export.n") },
      ...definition.scale.map(({ label }, at) => ({ label: `${at + 1} ${chooseText(label, locale)}` })),
      { label: t("export.note") },
    ],
    rows: rows.flatMap(({ place, subjects, hidden, figures }) =>
      definition.competencies.map(({ key, name }) => {
        const figure = figures[key];
        return [
          text(t(`export.place.${place.kind}`)),
          text(texts.place(place, names)),
          count(subjects),
          text(chooseText(name, locale)),
          value(figure?.mean ?? null, "mean"),
          count(figure?.n ?? null),
          ...definition.scale.map((_, at) => count(figure?.bands?.counts[at] ?? null)),
          text(hidden ? t(`heat.${hidden}`) : figure ? null : t("heat.none")),
        ];
      }),
    ),
  };
}

/** A row for each behaviour and pair of eyes, as the page has it. */
export function makeBehaviourSheet(
  comparisons: readonly BehaviourComparison[],
  minimumN: number,
  texts: CohortTexts,
): Sheet {
  const { t, locale } = texts;
  return {
    columns: [
      { label: t("export.behaviour") },
      { label: t("export.eye") },
      { label: t("export.value") },
      { label: t("export.low") },
      { label: t("export.high") },
      { label: t("export.number") },
      { label: t("export.verdict") },
    ],
    rows: comparisons.flatMap(({ name, figures }) =>
      EYES.map((eye) => {
        const { value: percent, n, interval } = figures[eye];
        return [
          text(chooseText(name, locale)),
          text(t(`eyes.name.${eye}`)),
          value(percent, "mean"),
          value(interval?.low ?? null, "mean"),
          value(interval?.high ?? null, "mean"),
          count(n),
          text(texts.agreement(compareEyes(figures, minimumN))),
        ];
      }),
    ),
  };
}
