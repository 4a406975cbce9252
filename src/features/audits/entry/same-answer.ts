import type { AuditAnswerValue } from "@/features/audit-forms/schema";

const tidy = (text: string | null) => text?.trim() || null;

/** Whether an answer says nothing at all; the server keeps none such, and null stands for it here. */
export function isEmptyAnswer(value: AuditAnswerValue | null): boolean {
  return (
    value === null ||
    (!value.isNotApplicable &&
      value.number === null &&
      value.optionKeys.length === 0 &&
      !tidy(value.text) &&
      !tidy(value.comment))
  );
}

/** Whether two answers say the same, as the server keeps them: texts trimmed, options in any order, null = empty. */
export function isSameAnswer(one: AuditAnswerValue | null, other: AuditAnswerValue | null): boolean {
  if (one === null || other === null || isEmptyAnswer(one) || isEmptyAnswer(other)) {
    return isEmptyAnswer(one) && isEmptyAnswer(other);
  }
  return (
    one.isNotApplicable === other.isNotApplicable &&
    one.number === other.number &&
    tidy(one.text) === tidy(other.text) &&
    tidy(one.comment) === tidy(other.comment) &&
    one.optionKeys.length === other.optionKeys.length &&
    one.optionKeys.every((key) => other.optionKeys.includes(key))
  );
}
