import type { Dashboard } from "@/features/dashboards/dashboard";
import {
  type ChoiceResult,
  getSurveyResults,
  type QuestionResult,
  type ScoreResult,
} from "@/features/dashboards/figures/survey-results";
import type { Texts } from "@/features/dashboards/make-texts";
import { toChartTable } from "@/features/dashboards/sheets/chart-table";
import { makeQuestionSheet, nameOption } from "@/features/dashboards/sheets/survey-sheet";
import { getTexts } from "@/features/dashboards/texts";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { ChartFrame } from "@/ui/charts/chart-frame";
import { EmptyState } from "@/ui/empty-state";
import { Stack } from "@/ui/stack";
import { Stat } from "@/ui/stat";
import { NoAnswers } from "./no-answers";
import { OptionShares } from "./option-shares";
import { ScoreBars, summarizeBands } from "./score-bars";

/** A card per question; when nobody answered anything, why. */
export async function SurveyQuestionCards({
  dashboard,
  surveyId,
}: {
  dashboard: Dashboard;
  surveyId: string;
}) {
  const texts = await getTexts();
  const { questions } = await getSurveyResults(dashboard, surveyId, texts.locale);
  if (questions.every(({ n }) => n === 0)) return <NoAnswers dashboard={dashboard} />;
  return (
    <Stack gap="medium">
      {questions.map((question) => (
        <QuestionCard key={question.id} question={question} minimumN={dashboard.minimumN} texts={texts} />
      ))}
    </Stack>
  );
}

function QuestionCard({
  question,
  minimumN,
  texts,
}: {
  question: QuestionResult;
  minimumN: number;
  texts: Texts;
}) {
  const { t } = texts;
  if (question.n === 0) {
    return (
      <Card title={question.text} description={<QuestionFacts question={question} texts={texts} />}>
        <EmptyState compact title={t("survey.nobody")} />
      </Card>
    );
  }
  return (
    <ChartFrame
      title={question.text}
      description={<QuestionFacts question={question} texts={texts} />}
      summary={
        question.kind === "score" ? summarizeBands(question.shares, texts) : summarizeOptions(question, texts)
      }
      table={toChartTable(makeQuestionSheet(question, texts), texts.locale)}
    >
      {question.kind === "score" ? (
        <ScoreFigures question={question} minimumN={minimumN} texts={texts} />
      ) : (
        <OptionShares question={question} minimumN={minimumN} texts={texts} />
      )}
    </ChartFrame>
  );
}

/** Under the question: what kind it is, how many answered, and what to know about its words. */
function QuestionFacts({ question, texts }: { question: QuestionResult; texts: Texts }) {
  const { t } = texts;
  const kind =
    question.kind === "choice"
      ? t("survey.choice")
      : question.isMain
        ? t("survey.main", { metric: texts.metric(question.metric) })
        : texts.metric(question.metric);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span>
        {kind} · {t("survey.people", { n: question.n })}
      </span>
      {!question.isAsked && <Badge>{t("survey.notAsked")}</Badge>}
      {question.isReworded && <Badge>{t("survey.reworded")}</Badge>}
    </span>
  );
}

function ScoreFigures({
  question,
  minimumN,
  texts,
}: {
  question: ScoreResult;
  minimumN: number;
  texts: Texts;
}) {
  const { t } = texts;
  const { figure, second, metric, isTooFew } = question;
  return (
    <div className="grid gap-x-8 gap-y-5 md:grid-cols-[14rem_minmax(0,1fr)]">
      <Stat
        label={texts.metric(metric)}
        help={t(`metric.${metric}.help`)}
        value={texts.figure(figure)}
        interval={figure.interval ? t("intervalText", { interval: texts.interval(figure) }) : undefined}
        n={
          second?.value == null
            ? texts.answers(figure.n)
            : t("withSecond", {
                answers: texts.answers(figure.n),
                name: t(`second.${second.key as "csatMean"}`),
                value: texts.figure(second),
                interval: texts.interval(second),
              })
        }
        muted={isTooFew}
        change={
          isTooFew
            ? { text: t("tooFewOf", { minimum: minimumN }), direction: "none", arrow: "flat" }
            : undefined
        }
      />
      <div className={isTooFew ? "min-w-0 grayscale" : "min-w-0"}>
        <ScoreBars label={question.text} shares={question.shares} texts={texts} height={200} />
      </div>
    </div>
  );
}

function summarizeOptions(question: ChoiceResult, texts: Texts): string {
  return question.options
    .map((option) => `${nameOption(option, question, texts)} ${texts.figure(option)}`)
    .join(", ");
}
