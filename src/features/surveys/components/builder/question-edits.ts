import type { MetricKey } from "@/metrics/score-distribution";
import type { ExtraQuestion, SurveyDefinition } from "../../schema";
import { SURVEY_TEMPLATES } from "../../templates";

export type ChoiceQuestion = Extract<ExtraQuestion, { kind: "choice" }>;

/** A key that no question or option of the survey has had: answers find their question by it in every version. */
export function makeKey(prefix: "q" | "o"): string {
  return `${prefix}-${Math.random().toString(36).slice(2, 10).padEnd(8, "0")}`;
}

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

/** The list with one item moved by a step; unchanged at its ends. */
export function moveItem<T>(list: readonly T[], index: number, step: -1 | 1): T[] {
  const target = index + step;
  if (target < 0 || target >= list.length) return [...list];
  const moved = [...list];
  const [item] = moved.splice(index, 1);
  moved.splice(target, 0, item as T);
  return moved;
}

/** The list with an item put in at an index, or at the end when the list has become shorter meanwhile. */
export function insertItem<T>(list: readonly T[], index: number, item: T): T[] {
  return [...list.slice(0, index), item, ...list.slice(index)];
}

export function withQuestions(
  definition: SurveyDefinition,
  update: (questions: ExtraQuestion[]) => ExtraQuestion[],
): SurveyDefinition {
  return { ...definition, questions: update(definition.questions) };
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
