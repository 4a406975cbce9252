import { chooseText } from "@/server/input";
import { Card } from "@/ui/card";
import { CsvLink } from "@/ui/csv-link";
import { Table } from "@/ui/table";
import type { CohortTexts } from "../cohort-texts";
import { compareEyes, EYE_LEVELS } from "../rules/compare-eyes";
import { type BehaviourComparison, EYES, type EyeFigure } from "../schema";

/** How 360 evaluations, audits and customers agree on each behaviour. */
export function EyesCard({
  comparisons,
  minimumN,
  texts,
  csvHref,
}: {
  comparisons: BehaviourComparison[];
  minimumN: number;
  texts: CohortTexts;
  csvHref: string;
}) {
  const { t, locale, percent } = texts;
  const title = t("eyes.title");
  if (comparisons.length === 0) {
    return (
      <Card title={title} description={t("eyes.description")}>
        <p className="text-muted">{t("eyes.none")}</p>
      </Card>
    );
  }
  return (
    <Card
      flush
      title={title}
      description={t("eyes.description")}
      actions={<CsvLink href={csvHref} label={title} />}
      footer={
        <p className="max-w-prose text-sm text-muted">
          {t("eyes.note", {
            people: percent(EYE_LEVELS.evaluation.good),
            audits: percent(EYE_LEVELS.audit.good),
            poorPeople: percent(EYE_LEVELS.evaluation.poor),
            poorAudits: percent(EYE_LEVELS.audit.poor),
          })}
        </p>
      }
    >
      <Table
        caption={title}
        rows={comparisons}
        rowKey={({ id }) => id}
        onPhone="cards"
        columns={[
          {
            key: "behaviour",
            header: t("eyes.behaviour"),
            cell: ({ name }) => chooseText(name, locale),
            rowHeader: true,
          },
          ...EYES.map((eye) => ({
            key: eye,
            header: t(`eyes.name.${eye}`),
            align: "end" as const,
            cell: ({ figures }: BehaviourComparison) => (
              <Figure
                figure={figures[eye]}
                texts={texts}
                number={t(`eyes.count.${eye}`, { n: figures[eye].n })}
              />
            ),
          })),
          {
            key: "verdict",
            header: t("eyes.verdict"),
            cell: ({ figures }) => {
              const agreement = compareEyes(figures, minimumN);
              return (
                <span className={agreement.verdict === "disagree" ? "font-medium text-ink" : "text-muted"}>
                  {texts.agreement(agreement)}
                </span>
              );
            },
          },
        ]}
      />
    </Card>
  );
}

function Figure({ figure, texts, number }: { figure: EyeFigure; texts: CohortTexts; number: string }) {
  const interval = texts.percentInterval(figure.interval);
  return (
    <span>
      <span className="font-medium tabular-nums">{texts.percent(figure.value)}</span>
      {interval && <span className="block text-xs text-muted tabular-nums">{interval}</span>}
      {figure.n > 0 && <span className="block text-xs text-muted">{number}</span>}
    </span>
  );
}
