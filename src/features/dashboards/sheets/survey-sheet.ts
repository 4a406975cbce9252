import type { Figure } from "@/metrics/figure";
import { count, type Sheet, text, value } from "@/server/sheet";
import type { OptionResult, QuestionResult, SurveyResults } from "../figures/survey-results";
import type { Texts } from "../make-texts";
import { intervalCells } from "./headline-sheet";

type Line = { name: string; count: number } & Pick<Figure, "value" | "interval" | "unit">;

/** The figures of one question: each figure and each score, or each option. */
export function makeQuestionSheet(question: QuestionResult, texts: Texts): Sheet {
  const { t } = texts;
  return {
    columns: [
      { label: t(question.kind === "score" ? "column.score" : "survey.column.option") },
      { label: t("column.value") },
      { label: t("column.low") },
      { label: t("column.high") },
      { label: t("column.answers") },
    ],
    rows: listLines(question, texts).map((line) => [
      text(line.name),
      value(line.value, line.unit),
      ...intervalCells(line),
      count(line.count),
    ]),
  };
}

/** The figures of every question under each other; units differ by row, so the unit has a column. */
export function makeSurveySheet(results: SurveyResults, texts: Texts): Sheet {
  const { t } = texts;
  return {
    columns: [
      { label: t("survey.column.question") },
      { label: t("column.metric") },
      { label: t("survey.column.item") },
      { label: t("column.unit") },
      { label: t("column.value") },
      { label: t("column.low") },
      { label: t("column.high") },
      { label: t("column.answers") },
      { label: t("survey.column.people") },
      { label: t("column.note") },
    ],
    rows: results.questions.flatMap((question) =>
      listLines(question, texts).map((line) => [
        text(question.text),
        text(question.kind === "score" ? texts.metric(question.metric) : t("survey.choice")),
        text(line.name),
        text(t(`export.unit.${line.unit}`)),
        value(line.value, line.unit),
        ...intervalCells(line),
        count(line.count),
        count(question.n),
        text(listNotes(question, texts).join("; ")),
      ]),
    ),
  };
}

/** What has to be known of a question besides its figures. */
export function listNotes(question: QuestionResult, { t }: Texts): string[] {
  return [
    ...(question.isAsked ? [] : [t("survey.notAsked")]),
    ...(question.isReworded ? [t("survey.reworded")] : []),
    ...(question.isTooFew && question.n > 0 ? [t("tooFew")] : []),
  ];
}

/** An option's words, and whether it can still be chosen. */
export function nameOption({ text: words, isOffered }: OptionResult, question: QuestionResult, { t }: Texts) {
  return isOffered || !question.isAsked ? words : t("survey.notOffered", { option: words });
}

function listLines(question: QuestionResult, texts: Texts): Line[] {
  if (question.kind === "choice") {
    return question.options.map((option) => ({ ...option, name: nameOption(option, question, texts) }));
  }
  const { figure, second, shares, metric } = question;
  return [
    { ...figure, name: texts.metric(metric), count: figure.n },
    ...(second ? [{ ...second, name: texts.t(`second.${second.key as "csatMean"}`), count: second.n }] : []),
    ...shares.scores.map(({ score, share, band, count: answers }) => ({
      name: `${score} · ${texts.band(metric, band)}`,
      unit: "share" as const,
      value: share,
      interval: null,
      count: answers,
    })),
  ];
}
