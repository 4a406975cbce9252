import { canonicalText } from "@/ui/draft/canonical";
import {
  type EvaluationFrameworkDraft,
  type EvaluationFrameworkSettings,
  evaluationFrameworkDefinition,
} from "./schema";

/** Whether two drafts hold the same, however their spaces and keys are written. */
export function isSameFrameworkDraft(a: EvaluationFrameworkDraft, b: EvaluationFrameworkDraft): boolean {
  const canonical = ({ definition }: EvaluationFrameworkDraft) => {
    const parsed = evaluationFrameworkDefinition.safeParse(definition);
    return canonicalText(parsed.success ? parsed.data : definition);
  };
  return canonical(a) === canonical(b) && isSameFrameworkSettings(a.settings, b.settings);
}

/** Whether two settings are the same. */
export function isSameFrameworkSettings(
  a: EvaluationFrameworkSettings,
  b: EvaluationFrameworkSettings,
): boolean {
  return a.name.trim() === b.name.trim();
}
