import "server-only";
import { calculateFigure, calculateSecondFigure, type Figure } from "@/metrics/figure";
import { emptyDistribution, type MetricKey } from "@/metrics/score-distribution";
import { calculateWilsonInterval } from "@/metrics/wilson-interval";
import { chooseText } from "@/server/input";
import type { Dashboard } from "../dashboard";
import { getSurveyQuestions } from "../queries/get-survey-questions";
import { type ChoiceCounts, listChoiceCounts } from "../queries/list-choice-counts";
import { listQuestionDistributions } from "../queries/list-question-distributions";
import { questionIdentity, type SurveyQuestion } from "../survey-questions";
import { type ScoreShares, shareScores } from "./score-shares";

type QuestionBase = {
  /** Unlike any other of the survey. */
  id: string;
  text: string;
  /** People who answered this question: the denominator of everything said about it. */
  n: number;
  isAsked: boolean;
  isReworded: boolean;
  isTooFew: boolean;
};

export type ScoreResult = QuestionBase & {
  kind: "score";
  isMain: boolean;
  metric: MetricKey;
  figure: Figure;
  second: Figure | null;
  shares: ScoreShares;
};

/** The share of an option among those who answered, with its Wilson interval. */
export type OptionResult = Pick<Figure, "value" | "interval" | "unit"> & {
  key: string;
  text: string;
  count: number;
  isOffered: boolean;
};

export type ChoiceResult = QuestionBase & { kind: "choice"; isMultiple: boolean; options: OptionResult[] };

export type QuestionResult = ScoreResult | ChoiceResult;

export type SurveyResults = { id: string; name: string; questions: QuestionResult[] };

/**
 * What was answered to every question of a survey in the dashboard's slice, in the order of its newest version; texts in
 * the reader's language, if they exist in it.
 * @throws NotFoundError when the survey is missing or foreign
 */
export async function getSurveyResults(
  dashboard: Pick<Dashboard, "scope" | "slice" | "minimumN">,
  surveyId: string,
  locale: string,
): Promise<SurveyResults> {
  const { scope, slice, minimumN } = dashboard;
  const { name, language, questions } = await getSurveyQuestions(scope, surveyId);
  const [distributions, choices] = await Promise.all([
    listQuestionDistributions(scope, slice, surveyId),
    listChoiceCounts(scope, slice, surveyId),
  ]);
  const results = questions.map((question): QuestionResult => {
    const { text, isAsked, isReworded } = question;
    const base = { text: chooseText(text, locale, language), isAsked, isReworded };
    if (question.kind === "choice") {
      const counts = choices.get(question.key) ?? { n: 0, options: new Map() };
      return {
        ...base,
        kind: "choice",
        id: questionIdentity({ key: question.key, metric: null }),
        n: counts.n,
        isTooFew: counts.n < minimumN,
        isMultiple: question.isMultiple,
        options: shareOptions(question, counts, (option) => chooseText(option, locale, language)),
      };
    }
    const { metric, isMain } = question;
    const id = questionIdentity(question);
    const distribution = distributions.get(id) ?? emptyDistribution(metric);
    const figure = calculateFigure(distribution);
    return {
      ...base,
      kind: "score",
      id,
      isMain,
      metric,
      n: figure.n,
      isTooFew: figure.n < minimumN,
      figure,
      second: calculateSecondFigure(distribution),
      shares: shareScores(distribution),
    };
  });
  return { id: surveyId, name, questions: results };
}

function shareOptions(
  { options }: Extract<SurveyQuestion, { kind: "choice" }>,
  counts: ChoiceCounts,
  write: (text: SurveyQuestion["text"]) => string,
): OptionResult[] {
  const { n } = counts;
  return options.map(({ key, text, isOffered }) => {
    const count = counts.options.get(key) ?? 0;
    return {
      key,
      text: write(text),
      isOffered,
      count,
      unit: "share",
      value: n === 0 ? null : count / n,
      interval: calculateWilsonInterval(count, n),
    };
  });
}
