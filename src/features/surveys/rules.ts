import { METRIC_SCALES, type MetricKey } from "@/metrics/score-distribution";
import { MAIN_QUESTION_KEY, type SurveyDefinition } from "./schema";

/** A question of a definition that is answered with a score or a choice, as it is stored at publishing. */
export type AnswerableQuestion = {
  key: string;
  position: number;
  kind: "score" | "choice";
  isMain: boolean;
  metric: MetricKey | null;
  scaleMin: number | null;
  scaleMax: number | null;
  texts: Record<string, unknown>;
};

/** The score and choice questions of a definition in the order they are asked; the main question is the first. */
export function listAnswerableQuestions(definition: SurveyDefinition): AnswerableQuestion[] {
  const main = { kind: "score" as const, key: MAIN_QUESTION_KEY, ...definition.main };
  return [main, ...definition.questions].map((question, position) => {
    const scale = question.kind === "score" ? METRIC_SCALES[question.metric] : null;
    return {
      key: question.key,
      position,
      kind: question.kind,
      isMain: question.key === MAIN_QUESTION_KEY,
      metric: question.kind === "score" ? question.metric : null,
      scaleMin: scale?.min ?? null,
      scaleMax: scale?.max ?? null,
      texts:
        question.kind === "score"
          ? { text: question.text, lowLabel: question.lowLabel, highLabel: question.highLabel }
          : { text: question.text, options: question.options, isMultiple: question.isMultiple },
    };
  });
}
