import type { Competency, EvaluationFrameworkDefinition } from "@/features/evaluation-frameworks/schema";
import type { RatingAnswers } from "../schema";
import { isUntouched, listMissing } from "./answers";

/** A page of a rating, as its address names it: the first, one for each competency ("1", "2" …), open questions, the check. */
export type RatingStep = "start" | `${number}` | "words" | "check" | "decline";

/** Competencies that ask something. */
export function listAsked(definition: EvaluationFrameworkDefinition): Competency[] {
  return definition.competencies.filter(({ items }) => items.length > 0);
}

/** The pages a rater goes through, in order, without the first and "decline". */
export function listSteps(definition: EvaluationFrameworkDefinition): RatingStep[] {
  return [
    ...listAsked(definition).map((_, index): RatingStep => `${index + 1}`),
    ...(definition.questions.length > 0 ? (["words"] as const) : []),
    "check",
  ];
}

/**
 * The step to show: the one asked for if the framework has it; else the first page for whoever has not begun, and where to
 * go on for the others: the first competency with something unanswered, then the open questions while none is answered,
 * then the check.
 */
export function decideRatingStep(
  definition: EvaluationFrameworkDefinition,
  answers: RatingAnswers,
  requested: string | null,
): RatingStep {
  const steps = listSteps(definition);
  const known = [...steps, "start", "decline"] as const;
  const asked = known.find((step) => step === requested);
  if (asked) return asked;
  return isUntouched(answers) ? "start" : resumeAt(definition, answers);
}

/** Where a rater goes on who has not said where. */
export function resumeAt(definition: EvaluationFrameworkDefinition, answers: RatingAnswers): RatingStep {
  const missing = new Set(listMissing(definition, answers).map(({ key }) => key));
  const index = listAsked(definition).findIndex(({ items }) => items.some(({ key }) => missing.has(key)));
  if (index >= 0) return `${index + 1}`;
  return listSteps(definition).includes("words") && Object.keys(answers.texts).length === 0
    ? "words"
    : "check";
}

/** The step a button leads to; from the last step "next" stays there, from the first "back" leads to the beginning. */
export function stepBeside(
  definition: EvaluationFrameworkDefinition,
  step: RatingStep,
  direction: "next" | "back",
): RatingStep {
  const steps = listSteps(definition);
  const index = steps.indexOf(step);
  if (direction === "next") return steps[Math.min(index + 1, steps.length - 1)] ?? "check";
  return steps[index - 1] ?? "start";
}
