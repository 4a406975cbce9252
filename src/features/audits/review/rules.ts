import { Temporal } from "temporal-polyfill";
import { isAnswered } from "@/features/audit-forms/rules";
import type { AuditAnswerValue, AuditFormItem } from "@/features/audit-forms/schema";
import type { MemberRole } from "@/generated/prisma/enums";
import { ConflictError, ForbiddenError } from "@/server/errors";
import { normalizeAnswer } from "../rules";
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

/** The corrected answer as it is stored; null when the value is no answer to this item, or to one that is not corrected. */
export function fitAnswer(item: AuditFormItem, value: AuditAnswerValue): AuditAnswerValue | null {
  if (!isCorrectable(item)) return null;
  const fit = normalizeAnswer(item, value, 0);
  return fit && isAnswered(item, fit) ? fit : null;
}

/** Whether the name of who made a mystery visit is kept from this reader: the auditor may come to the same place again. */
export function hidesAuditor(audit: { kind: AuditKind; auditorMemberId: string }, actor: Actor): boolean {
  if (audit.kind === "observation" || audit.auditorMemberId === actor.memberId) return false;
  return actor.role === "employee" || (actor.role === "manager" && actor.locationIds !== null);
}
