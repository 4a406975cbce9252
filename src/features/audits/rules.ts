import { Temporal } from "temporal-polyfill";
import { isAnswered, lacksComment } from "@/features/audit-forms/rules";
import {
  type AuditAnswerValue,
  type AuditFormDefinition,
  type AuditFormItem,
  NO_ANSWER,
} from "@/features/audit-forms/schema";
import { VISIT_FIELDS, type VisitDetails } from "./entry-schema";
import type { AuditStatus } from "./schema";

/** Clocks of phones run ahead of ours by this much at most. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** A visit lasts less than this; more is a slip of the pen in a date. */
const LONGEST_VISIT_MS = 24 * 3600_000;

/** Whether its auditor may still write: before it was submitted, and again after it was sent back. */
export function isWritable(status: AuditStatus): boolean {
  return status === "draft" || status === "returned";
}

/** How long a visit took in whole minutes, at least one; null unless it began and then ended. */
export function countVisitMinutes(startedAt: Date | null, endedAt: Date | null): number | null {
  if (!startedAt || !endedAt || endedAt <= startedAt) return null;
  return Math.max(1, Math.round((endedAt.getTime() - startedAt.getTime()) / 60_000));
}

/** The calendar day ("2026-11-22") of an instant in a time zone. */
export function dayIn(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/**
 * Whether an audit of a visit on this day may name an employee: the staff had been informed by then. A date column comes
 * as midnight UTC of its day. Null: they have not been informed.
 */
export function mayNameEmployee(staffInformedOn: Date | null, visitDay: string): boolean {
  return staffInformedOn !== null && staffInformedOn.toISOString().slice(0, 10) <= visitDay;
}

/** The item of a form with this key, or undefined. */
export function findItem(definition: AuditFormDefinition, itemKey: string): AuditFormItem | undefined {
  return definition.sections.flatMap((section) => section.items).find((item) => item.key === itemKey);
}

/**
 * The answer as it is stored: only what its kind of item has, empty texts as null. Null where it does not fit the item: an
 * option it does not have, a number out of place, "not applicable" where that is not offered. Of photos the number is what
 * is stored (`photos`), whatever was sent.
 */
export function normalizeAnswer(
  item: AuditFormItem,
  value: AuditAnswerValue,
  photos: number,
): AuditAnswerValue | null {
  const comment = cleanText(value.comment);
  if (value.isNotApplicable) {
    return item.allowsNotApplicable ? { ...NO_ANSWER, isNotApplicable: true, comment } : null;
  }
  const empty = { ...NO_ANSWER, comment };
  const { number } = value;
  switch (item.kind) {
    case "yes_no":
      return number === null || number === 0 || number === 1 ? { ...empty, number } : null;
    case "number":
      return { ...empty, number };
    case "duration":
      return number === null || Number.isInteger(number) ? { ...empty, number } : null;
    case "text":
      return { ...empty, text: cleanText(value.text) };
    case "photo":
      return { ...empty, number: photos > 0 ? photos : null };
    case "scale":
    case "single_choice":
      return value.optionKeys.length <= 1 && hasOptions(item, value) ? withOptions(empty, item, value) : null;
    // Nothing chosen is an answer when it is said (number 0).
    case "multiple_choice":
      if (!hasOptions(item, value)) return null;
      return {
        ...withOptions(empty, item, value),
        number: value.optionKeys.length === 0 && number === 0 ? 0 : null,
      };
  }
}

type ItemWithOptions = Extract<AuditFormItem, { options: unknown }>;

function hasOptions(item: ItemWithOptions, value: AuditAnswerValue): boolean {
  return value.optionKeys.every((key) => item.options.some((option) => option.key === key));
}

/** In the form's order, each once: two devices that chose the same agree. */
function withOptions(empty: AuditAnswerValue, item: ItemWithOptions, value: AuditAnswerValue) {
  const chosen = item.options.filter((option) => value.optionKeys.includes(option.key));
  return { ...empty, optionKeys: chosen.map((option) => option.key) };
}

/** Without the one character PostgreSQL refuses, which nobody types. */
function cleanText(text: string | null): string | null {
  return text?.replaceAll("\0", "").trim() || null;
}

/** Whether two answers say the same; an answer that is missing says the same as an empty one. */
export function isSameAnswer(a: AuditAnswerValue | null, b: AuditAnswerValue | null): boolean {
  const one = a ?? NO_ANSWER;
  const other = b ?? NO_ANSWER;
  return (
    one.isNotApplicable === other.isNotApplicable &&
    one.number === other.number &&
    one.text === other.text &&
    one.comment === other.comment &&
    one.optionKeys.join(" ") === other.optionKeys.join(" ")
  );
}

/**
 * What becomes of the visit when a device sends `wanted` and last knew `known` (null: it does not say, so everything it
 * sends holds). A field the device did not change stays as it is stored; one that both changed, differently, is a conflict
 * and stays as well.
 */
export function mergeVisit(
  stored: VisitDetails,
  wanted: VisitDetails,
  known: VisitDetails | null,
): { visit: VisitDetails; conflicts: (typeof VISIT_FIELDS)[number][] } {
  const conflicts = known
    ? VISIT_FIELDS.filter(
        (field) =>
          wanted[field] !== known[field] && stored[field] !== known[field] && stored[field] !== wanted[field],
      )
    : [];
  const take = (field: (typeof VISIT_FIELDS)[number]) =>
    (known && wanted[field] === known[field]) || conflicts.includes(field) ? stored[field] : wanted[field];
  return {
    visit: {
      visitStartedAt: take("visitStartedAt"),
      visitEndedAt: take("visitEndedAt"),
      employeeId: take("employeeId"),
      summary: take("summary"),
    },
    conflicts,
  };
}

/** What is wrong with the times of a visit by field, as keys of the messages "errors"; what is not given is not wrong. */
export function findVisitTimeProblems(
  visit: { visitStartedAt: Date | null; visitEndedAt: Date | null },
  now: Date,
): Record<string, string> {
  const { visitStartedAt: start, visitEndedAt: end } = visit;
  const latest = now.getTime() + CLOCK_SKEW_MS;
  const problems: Record<string, string> = {};
  if (start && start.getTime() > latest) problems.visitStartedAt = "auditVisitInFuture";
  if (end && end.getTime() > latest) problems.visitEndedAt = "auditVisitInFuture";
  else if (start && end && end < start) problems.visitEndedAt = "auditVisitEndsBeforeStart";
  else if (start && end && end.getTime() - start.getTime() > LONGEST_VISIT_MS)
    problems.visitEndedAt = "auditVisitTooLong";
  return problems;
}

/**
 * What an audit still lacks before it can be submitted, by item key or visit field, as keys of the messages "errors":
 * required items that say nothing, comments that the form wants beside a low answer, the times of the visit.
 * Empty: nothing is missing.
 */
export function findMissing(
  definition: AuditFormDefinition,
  answers: Readonly<Record<string, AuditAnswerValue>>,
  visit: { visitStartedAt: Date | null; visitEndedAt: Date | null },
  now: Date,
): Record<string, string> {
  const missing: Record<string, string> = {};
  if (!visit.visitStartedAt) missing.visitStartedAt = "auditVisitTimeMissing";
  if (!visit.visitEndedAt) missing.visitEndedAt = "auditVisitTimeMissing";
  Object.assign(missing, findVisitTimeProblems(visit, now));
  for (const item of definition.sections.flatMap((section) => section.items)) {
    const answer = answers[item.key];
    if (item.isRequired && !isAnswered(item, answer)) {
      missing[item.key] = item.kind === "photo" ? "auditPhotoMissing" : "auditAnswerMissing";
    } else if (answer && lacksComment(item, answer)) missing[item.key] = "auditCommentMissing";
  }
  return missing;
}
