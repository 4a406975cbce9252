import type { EvaluationFrameworkDefinition } from "./schema";

/** The rows of `evaluation_items` a definition is frozen into, without ids: scale items first, then open questions. */
export function listEvaluationItems({ competencies, questions }: EvaluationFrameworkDefinition) {
  return [
    ...competencies.flatMap((competency) =>
      competency.items.map((item) => ({
        kind: "scale" as const,
        key: item.key,
        competencyKey: competency.key as string | null,
        texts: item.text,
        behaviourId: item.behaviourId,
      })),
    ),
    ...questions.map((question) => ({
      kind: "open" as const,
      key: question.key,
      competencyKey: null,
      texts: question.text,
      behaviourId: null,
    })),
  ].map((row, position) => ({ ...row, position }));
}
