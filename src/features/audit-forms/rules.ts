import { type AuditScore, type ScoredItem, scoreAudit } from "@/metrics/audit-score";
import type { AuditAnswerValue, AuditFormDefinition, AuditFormItem } from "./schema";

/** Points before the weight; null where nothing is scored: a kind without points, not applicable, not answered. */
export type ItemPoints = { earned: number; possible: number } | null;

/** The most an item can earn, before its weight; 0 for an item that is not scored. */
export function possiblePointsOf(item: AuditFormItem): number {
  switch (item.kind) {
    case "yes_no":
      return 1;
    case "scale":
    case "single_choice":
      return Math.max(0, ...item.options.map((option) => option.points));
    case "multiple_choice":
      return item.options.reduce((sum, option) => sum + option.points, 0);
    case "number":
    case "duration":
      return Math.max(0, ...item.bands.map((band) => band.points));
    default:
      return 0;
  }
}

/** Whether an item counts in the score: about the employee, with points to earn and a weight. */
export function isScored(item: AuditFormItem): item is Extract<AuditFormItem, { weight: number }> {
  return item.about === "employee" && "weight" in item && item.weight > 0 && possiblePointsOf(item) > 0;
}

/** The points an answer earns. Options that the item does not have earn nothing. */
export function scoreItem(item: AuditFormItem, answer: AuditAnswerValue): ItemPoints {
  if (!isScored(item) || !isAnswered(item, answer) || answer.isNotApplicable) return null;
  const possible = possiblePointsOf(item);
  switch (item.kind) {
    case "yes_no":
      return { earned: (answer.number === 1) === (item.goodAnswer === "yes") ? 1 : 0, possible };
    case "scale":
    case "single_choice":
    case "multiple_choice": {
      const chosen = item.options.filter((option) => answer.optionKeys.includes(option.key));
      return { earned: chosen.reduce((sum, option) => sum + option.points, 0), possible };
    }
    case "number":
    case "duration": {
      const band = item.bands.find(({ atMost }) => atMost === null || (answer.number ?? 0) <= atMost);
      return { earned: band?.points ?? 0, possible };
    }
  }
}

/** Whether an answer says something: a value, or that the item does not apply. A comment alone is no answer. */
export function isAnswered(item: AuditFormItem, answer: AuditAnswerValue | undefined): boolean {
  if (!answer) return false;
  if (answer.isNotApplicable) return item.allowsNotApplicable;
  switch (item.kind) {
    case "yes_no":
    case "number":
    case "duration":
      return answer.number !== null;
    case "scale":
    case "single_choice":
      return answer.optionKeys.length === 1;
    // Nothing chosen is an answer only when it was said: the empty list with the number 0.
    case "multiple_choice":
      return answer.optionKeys.length > 0 || answer.number === 0;
    case "text":
      return Boolean(answer.text);
    // The photos are files; `number` counts them.
    case "photo":
      return (answer.number ?? 0) > 0;
  }
}

/** Points it takes to pass: the item's own limit, else all of them. */
export function passPointsOf(item: AuditFormItem): number {
  return ("passPoints" in item ? item.passPoints : null) ?? possiblePointsOf(item);
}

/** Whether an answered item was failed; an item that is not scored never is. */
export function isAnswerFailed(item: AuditFormItem, answer: AuditAnswerValue): boolean {
  const scored = scoreItem(item, answer);
  return scored !== null && scored.earned < passPointsOf(item);
}

/** Whether the form wants a comment beside this answer and there is none. */
export function lacksComment(item: AuditFormItem, answer: AuditAnswerValue): boolean {
  const limit = "commentBelow" in item ? item.commentBelow : null;
  const scored = scoreItem(item, answer);
  return limit !== null && scored !== null && scored.earned < limit && !answer.comment;
}

/** The score of a form's answers by item key (`scoreAudit`), sections in the form's order. */
export function scoreForm(
  definition: AuditFormDefinition,
  answers: Readonly<Record<string, AuditAnswerValue>>,
): AuditScore {
  return scoreAudit(
    definition.sections.map((section) => ({
      weight: section.weight,
      items: section.items.flatMap((item): ScoredItem[] => {
        const answer = answers[item.key];
        const scored = answer ? scoreItem(item, answer) : null;
        if (!scored || !isScored(item)) return [];
        const { weight, isCritical, isBonus } = item;
        return [{ ...scored, weight, isCritical, isBonus, passPoints: passPointsOf(item) }];
      }),
    })),
    { isCapped: definition.isCapped },
  );
}
