import { estimateSeconds } from "@/features/evaluation-frameworks/publishing-rules";
import type { EvaluationFrameworkDefinition, EvaluationItem } from "@/features/evaluation-frameworks/schema";
import { readRespondentText, readWholeNumber } from "@/features/responses/rules";
import { CANNOT_SAY, FIELDS, type Point, type RatingAnswers } from "../schema";

/** A form of answers as it was sent. What it does not name stays as it is. */
export type SentAnswers = {
  points: Record<string, Point>;
  /** Null: the field was left empty. */
  texts: Record<string, string | null>;
  /** Keys of open questions whose text was longer than is kept. */
  cut: string[];
};

/** Every item of a framework, in order. A framework of none gives none. */
export function listItems(definition: EvaluationFrameworkDefinition): EvaluationItem[] {
  return definition.competencies.flatMap(({ items }) => items);
}

/** Reads a form against the framework: what it does not ask, and what is not on its scale, is ignored. */
export function readAnswers(definition: EvaluationFrameworkDefinition, form: FormData): SentAnswers {
  const sent: SentAnswers = { points: {}, texts: {}, cut: [] };
  for (const { key } of listItems(definition)) {
    const value = form.get(FIELDS.item + key);
    const point = readWholeNumber(value);
    if (value === CANNOT_SAY) sent.points[key] = null;
    else if (point !== null && point >= 1 && point <= definition.scale.length) sent.points[key] = point;
  }
  for (const { key } of definition.questions) {
    const value = form.get(FIELDS.question + key);
    if (typeof value !== "string") continue;
    const { text, wasCut } = readRespondentText(value);
    sent.texts[key] = text;
    if (wasCut) sent.cut.push(key);
  }
  return sent;
}

/** Items without an answer: neither a point nor "cannot say". Open questions may be left empty. */
export function listMissing(
  definition: EvaluationFrameworkDefinition,
  answers: Pick<RatingAnswers, "points">,
): EvaluationItem[] {
  return listItems(definition).filter(({ key }) => !Object.hasOwn(answers.points, key));
}

/** Whether nothing is answered yet. */
export function isUntouched({ points, texts }: RatingAnswers): boolean {
  return Object.keys(points).length === 0 && Object.keys(texts).length === 0;
}

/** About how long an evaluation takes, in minutes, rounded up to fives; the builder of frameworks says the same. */
export function estimateMinutes(definition: EvaluationFrameworkDefinition): number {
  return Math.max(5, Math.ceil(estimateSeconds(definition) / 300) * 5);
}
