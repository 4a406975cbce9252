import type { AuditItemKind } from "@/features/audit-forms/schema";
import type { AuditShare } from "@/metrics/audit-figure";

/** Answers it takes to say that an item tells nothing: with fewer, up to a sixth of all visits could still fail it. */
export const MINIMUM_ANSWERS_TO_JUDGE = 20;

/** Shares that were added up may miss 0 or 1 by the last digit. */
const LAST_DIGIT = 1e-9;

/**
 * An item that earned all of its points, or none, in every one of enough visits separates nobody from anybody. One that
 * everybody passes with more or fewer points still does.
 */
export function findNoInformation(
  failed: AuditShare,
  points: AuditShare,
): "everybodyPasses" | "everybodyFails" | null {
  if (failed.n < MINIMUM_ANSWERS_TO_JUDGE || points.value === null) return null;
  if (failed.count === 0 && points.value > 1 - LAST_DIGIT) return "everybodyPasses";
  return failed.count === failed.n && points.value < LAST_DIGIT ? "everybodyFails" : null;
}

/** How answers of a kind can be compared: only as same or different, by order, or by how far apart they are. */
export function levelOf(kind: AuditItemKind): "nominal" | "ordinal" | "interval" | null {
  switch (kind) {
    case "yes_no":
    case "single_choice":
    case "multiple_choice":
      return "nominal";
    case "scale":
      return "ordinal";
    case "number":
    case "duration":
      return "interval";
    default:
      return null;
  }
}

/** The answers of double visits as numbers: options of a scale by their place, other choices by any number of their own. */
export function codeAnswers(
  kind: AuditItemKind,
  optionKeys: readonly string[],
  answers: readonly { readonly answers: readonly string[]; readonly visits: number }[],
): number[][] {
  const codes = new Map(optionKeys.map((key, index) => [key, index]));
  const isNumber = kind === "yes_no" || kind === "number" || kind === "duration";
  const code = (answer: string) => {
    if (isNumber) return Number(answer);
    const known = codes.get(answer);
    if (known !== undefined) return known;
    codes.set(answer, codes.size);
    return codes.size - 1;
  };
  return answers.flatMap((row) => {
    const coded = row.answers.map(code);
    return Array.from({ length: row.visits }, () => coded);
  });
}
