import { Temporal } from "temporal-polyfill";
import { type AuditAnswerValue, type AuditFormItem, NO_ANSWER } from "@/features/audit-forms/schema";
import type { MemberRole } from "@/generated/prisma/enums";
import { ConflictError, ForbiddenError } from "@/server/errors";
import type { AuditKind, AuditStatus } from "../schema";

/** Who acts, as far as these rules ask. */
export type Actor = {
  readonly memberId: string | null;
  readonly role: MemberRole | null;
  readonly locationIds: readonly string[] | null;
};

type Reviewed = {
  kind: AuditKind;
  status: AuditStatus;
  auditorMemberId: string;
  reviewerMemberId: string | null;
};

/** Owners, and managers of the whole organization: the audits of a location are not reviewed by its own manager. */
export function isReviewer(actor: Actor): boolean {
  return actor.role === "owner" || (actor.role === "manager" && actor.locationIds === null);
}

/** ForbiddenError for anybody else than a reviewer. */
export function requireReviewer(actor: Actor): void {
  if (!isReviewer(actor)) throw new ForbiddenError("auditReviewersOnly");
}

/** Nobody reviews a mystery visit of their own; an observation may be published by who made it. */
export function isOwnVisit(audit: Pick<Reviewed, "kind" | "auditorMemberId">, actor: Actor): boolean {
  return audit.kind === "mystery" && audit.auditorMemberId === actor.memberId;
}

/** ConflictError unless the audit waits for a reviewer and the actor may be that. */
export function requireTakeable(audit: Reviewed, actor: Actor, reviewerName: string): void {
  requireReviewer(actor);
  if (isOwnVisit(audit, actor)) throw new ConflictError("auditOwnVisit");
  if (audit.status === "in_review" && audit.reviewerMemberId !== actor.memberId) {
    throw new ConflictError("auditTaken", { name: reviewerName });
  }
  if (audit.status !== "submitted" && audit.status !== "in_review") {
    throw new ConflictError("auditNotSubmitted");
  }
}

/** ConflictError unless the actor has taken the audit and it is still being reviewed. */
export function requireInReview(audit: Reviewed, actor: Actor, reviewerName: string): void {
  requireReviewer(actor);
  if (audit.status === "published") throw new ConflictError("auditPublishedAlready");
  if (audit.status !== "in_review") throw new ConflictError("auditNotInReview");
  if (audit.reviewerMemberId !== actor.memberId)
    throw new ConflictError("auditTaken", { name: reviewerName });
}

/** Whether the actor may give a taken audit back to the queue: whoever took it, and owners, so that none is stuck. */
export function mayRelease(audit: Reviewed, actor: Actor): boolean {
  return (
    audit.status === "in_review" && (actor.role === "owner" || audit.reviewerMemberId === actor.memberId)
  );
}

/** The same time of day so many days later, on the organization's clock. */
export function daysAfter(instant: Date, days: number, timeZone: string): Date {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return new Date(zoned.add({ days }).epochMilliseconds);
}

/** The last millisecond of a day ("2026-12-06") on the organization's clock. */
export function endOfDay(day: string, timeZone: string): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone);
  return new Date(next.epochMilliseconds - 1);
}

/** From when others see a published audit, and until when it may be appealed. */
export function publishedDeadlines(
  publishedAt: Date,
  days: { firstLook: number; appeal: number },
  timeZone: string,
): { othersFrom: Date; appealUntil: Date } {
  return {
    othersFrom: daysAfter(publishedAt, days.firstLook, timeZone),
    appealUntil: daysAfter(publishedAt, days.appeal, timeZone),
  };
}

/** Kinds whose answer can be corrected: photos are evidence, they stay as they came. */
export function isCorrectable(item: AuditFormItem): boolean {
  return item.kind !== "photo";
}

/** What a kind of item holds of a value and nothing else; null when the value is no answer to this item. */
export function fitAnswer(item: AuditFormItem, value: AuditAnswerValue): AuditAnswerValue | null {
  const comment = value.comment?.trim() || null;
  if (value.isNotApplicable) {
    return item.allowsNotApplicable ? { ...NO_ANSWER, isNotApplicable: true, comment } : null;
  }
  const { number, optionKeys } = value;
  switch (item.kind) {
    case "yes_no":
      return number === 0 || number === 1 ? { ...NO_ANSWER, number, comment } : null;
    case "number":
    case "duration":
      return number === null ? null : { ...NO_ANSWER, number, comment };
    case "scale":
    case "single_choice":
      return optionKeys.length === 1 && hasOptions(item, optionKeys)
        ? { ...NO_ANSWER, optionKeys, comment }
        : null;
    case "multiple_choice": {
      const chosen = [...new Set(optionKeys)];
      if (!hasOptions(item, chosen)) return null;
      return { ...NO_ANSWER, optionKeys: chosen, number: chosen.length === 0 ? 0 : null, comment };
    }
    case "text": {
      const text = value.text?.trim();
      return text ? { ...NO_ANSWER, text, comment } : null;
    }
    case "photo":
      return null;
  }
}

function hasOptions(item: { options: { key: string }[] }, keys: string[]): boolean {
  return keys.every((key) => item.options.some((option) => option.key === key));
}

/** Whether two answers say the same, whatever the order of chosen options. */
export function isSameAnswer(one: AuditAnswerValue | null, other: AuditAnswerValue | null): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
}

function comparable(answer: AuditAnswerValue | null) {
  if (!answer) return null;
  const { isNotApplicable, number, optionKeys, text, comment } = answer;
  return [isNotApplicable, number, [...optionKeys].sort(), text || null, comment || null];
}

/** Whether the name of who made a mystery visit is kept from this reader: the auditor may come to the same place again. */
export function hidesAuditor(audit: { kind: AuditKind; auditorMemberId: string }, actor: Actor): boolean {
  if (audit.kind === "observation" || audit.auditorMemberId === actor.memberId) return false;
  return actor.role === "employee" || (actor.role === "manager" && actor.locationIds !== null);
}
