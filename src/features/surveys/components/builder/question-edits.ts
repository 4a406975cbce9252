import type { MetricKey } from "@/metrics/score-distribution";
import { makeKey } from "@/ui/draft/list-edits";
import type { ExtraQuestion, SurveyDefinition } from "../../schema";
import { SURVEY_TEMPLATES } from "../../templates";

export type ChoiceQuestion = Extract<ExtraQuestion, { kind: "choice" }>;

/** A scored question, worded like the template of its metric. */
export function makeScoreQuestion(metric: MetricKey): ExtraQuestion {
  return { kind: "score", key: makeKey("q"), ...SURVEY_TEMPLATES[metric].main };
}

/** A question with two options still to be written. */
export function makeChoiceQuestion(): ExtraQuestion {
  const options = [makeOption(), makeOption()];
  return { kind: "choice", key: makeKey("q"), text: {}, isMultiple: false, options };
}

export function makeOption(): ChoiceQuestion["options"][number] {
  return { key: makeKey("o"), text: {} };
}

export function withQuestions(
  definition: SurveyDefinition,
  update: (questions: ExtraQuestion[]) => ExtraQuestion[],
): SurveyDefinition {
  return { ...definition, questions: update(definition.questions) };
}

/** Ties a score question (the main one: null) to a behaviour, or unties it. */
export function withBehaviour(
  definition: SurveyDefinition,
  questionKey: string | null,
  behaviourId: string | undefined,
): SurveyDefinition {
  const tie = <Q extends { behaviourId?: string }>({ behaviourId: _before, ...question }: Q) => ({
    ...question,
    ...(behaviourId ? { behaviourId } : {}),
  });
  if (questionKey === null) return { ...definition, main: tie(definition.main) };
  return withQuestions(definition, (questions) =>
    questions.map((question) =>
      question.key === questionKey && question.kind === "score" ? tie(question) : question,
    ),
  );
}

/** Changes a choice question, found by its key; others stay as they are. */
export function withChoice(
  definition: SurveyDefinition,
  key: string,
  update: (question: ChoiceQuestion) => ChoiceQuestion,
): SurveyDefinition {
  return withQuestions(definition, (questions) =>
    questions.map((question) =>
      question.key === key && question.kind === "choice" ? update(question) : question,
    ),
  );
}
