import { isAnswered } from "@/features/audit-forms/rules";
import { type AuditAnswerValue, type AuditFormSection, NO_ANSWER } from "@/features/audit-forms/schema";
import { VISIT_FIELDS, type VisitDetails } from "../entry-schema";
import { findMissing } from "../rules";
import type { AuditFile } from "../schema";
import type { PendingPhoto } from "./outbox-types";

/** What is entered one after the other; sections have "section-" before their key. */
export type EntryStep = { id: string; section: AuditFormSection | null };

export const VISIT_STEP = "visit";
export const REVIEW_STEP = "review";

/** The visit, each section that has items, the review. */
export function listSteps(sections: readonly AuditFormSection[]): EntryStep[] {
  return [
    { id: VISIT_STEP, section: null },
    ...sections
      .filter((section) => section.items.length > 0)
      .map((section) => ({ id: `section-${section.key}`, section })),
    { id: REVIEW_STEP, section: null },
  ];
}

type Entered = {
  answers: Readonly<Record<string, AuditAnswerValue | null>>;
  files: readonly AuditFile[];
  photos: readonly PendingPhoto[];
};

/** The answers with photos counted as they are on the device, sent or not (refused ones never will be). */
export function countAnswers(
  sections: readonly AuditFormSection[],
  { answers, files, photos }: Entered,
): Record<string, AuditAnswerValue> {
  const counted: Record<string, AuditAnswerValue> = {};
  for (const item of sections.flatMap((section) => section.items)) {
    const answer = answers[item.key];
    if (item.kind !== "photo") {
      if (answer) counted[item.key] = answer;
      continue;
    }
    const sent = files.filter(({ itemKey }) => itemKey === item.key).length;
    const waiting = photos.filter(({ itemKey, refusal }) => itemKey === item.key && refusal === null).length;
    if (answer || sent + waiting > 0) {
      counted[item.key] = { ...NO_ANSWER, ...answer, number: sent + waiting || null };
    }
  }
  return counted;
}

/** How many of a section's items are answered. */
export function countAnswered(
  section: AuditFormSection,
  answers: Readonly<Record<string, AuditAnswerValue>>,
): { answered: number; total: number } {
  const answered = section.items.filter((item) => isAnswered(item, answers[item.key])).length;
  return { answered, total: section.items.length };
}

/** What has to be done before submitting: where, and the reason as a key of the messages "errors". */
export type MissingEntry = { step: string; field: string; error: string };

/** What `findMissing` finds, in the order of the steps; `mustName`: an observation without the employee says nothing. */
export function listMissing(
  sections: readonly AuditFormSection[],
  answers: Readonly<Record<string, AuditAnswerValue>>,
  visit: VisitDetails,
  options: { mustName: boolean; now: Date },
): MissingEntry[] {
  const time = (instant: string | null) => (instant === null ? null : new Date(instant));
  const missing = findMissing(
    { intro: {}, isCapped: true, sections: [...sections] },
    answers,
    { visitStartedAt: time(visit.visitStartedAt), visitEndedAt: time(visit.visitEndedAt) },
    options.now,
  );
  if (options.mustName && visit.employeeId === null) missing.employeeId = "required";
  return placeProblems(sections, missing);
}

/** Problems by item key or field of the visit, each with the step it is solved at, in the order of the steps. */
export function placeProblems(
  sections: readonly AuditFormSection[],
  problems: Readonly<Record<string, string>>,
): MissingEntry[] {
  const places = [
    ...VISIT_FIELDS.map((field) => ({ step: field === "summary" ? REVIEW_STEP : VISIT_STEP, field })),
    ...sections.flatMap((section) =>
      section.items.map((item) => ({ step: `section-${section.key}`, field: item.key })),
    ),
  ];
  return places.flatMap((place) => {
    const error = problems[place.field];
    return error === undefined ? [] : [{ ...place, error }];
  });
}
