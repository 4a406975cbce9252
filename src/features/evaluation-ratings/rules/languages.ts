import type { EvaluationFrameworkDefinition } from "@/features/evaluation-frameworks/schema";
import { type LocalizedText, respondentLanguage } from "@/server/input";

/**
 * The languages a framework can be answered in: those in which its scale, items and open questions are all written; where
 * there is none, `fallback` (texts then come in whatever language they have).
 */
export function writtenLanguages(definition: EvaluationFrameworkDefinition, fallback: string): string[] {
  const texts: LocalizedText[] = [
    ...definition.scale.map(({ label }) => label),
    ...definition.competencies.flatMap(({ items }) => items.map(({ text }) => text)),
    ...definition.questions.map(({ text }) => text),
  ];
  const written = respondentLanguage.options.filter((language) => texts.every((text) => text[language]));
  return written.length > 0 ? written : [fallback];
}
